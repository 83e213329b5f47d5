plain-sentence-too-long = Dieser Satz hat { $number } Wörter. Machen Sie zwei daraus: ein Gedanke, ein Satz.
plain-passive = Schreiben Sie statt „{ $words }“, wer etwas tut: „Wir prüfen den Plan“ liest sich leichter als „Der Plan wird geprüft“.
plain-abbreviation = Nicht alle kennen „{ $words }“. Schreiben Sie beim ersten Mal den ganzen Namen und setzen Sie die Abkürzung in Klammern dahinter.
plain-short-form = Schreiben Sie die Abkürzung aus, zum Beispiel so: { $words }.
plain-nominal-style = In diesem Satz stehen { $number } schwere Hauptwörter: { $words }. Machen Sie Verben daraus: „Wir prüfen“ statt „Die Prüfung erfolgt“.
plain-word-too-long = „{ $words }“ hat { $number } Buchstaben. Setzen Sie einen Bindestrich oder nehmen Sie mehrere kurze Wörter.
plain-office-word = Das klingt nach Amt. Schreiben Sie es einfacher, zum Beispiel so: { $words }.
plain-double-negation = „{ $words }“ verneint zweimal. Sagen Sie es ohne Nein: „üblich“ statt „nicht unüblich“.
