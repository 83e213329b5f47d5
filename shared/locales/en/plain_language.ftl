plain-sentence-too-long = This sentence has { $number } words. Make two of it: one thought, one sentence.
plain-passive = Instead of “{ $words }”, say who does it: “We check the plan” is easier to read than “The plan is checked”.
plain-abbreviation = Not everyone knows “{ $words }”. Write the full name the first time and put the abbreviation in brackets after it.
plain-short-form = Write the abbreviation out, for example like this: { $words }.
plain-nominal-style = This sentence has { $number } heavy nouns: { $words }. Turn them into verbs: “We check” instead of “A check takes place”.
plain-word-too-long = “{ $words }” has { $number } letters. Add a hyphen or use several short words.
plain-office-word = This sounds like an office. Say it more simply, for example like this: { $words }.
plain-double-negation = “{ $words }” says no twice. Say it without a no: “usual” instead of “not unusual”.
