# Der Lotse: die Rechte auf Mitsprache, die im Gesetz stehen.
legal-pathfinder-title = Lotse: So bringen Sie etwas auf den Weg
legal-pathfinder-body =
    Einige Rechte auf Mitsprache stehen im Gesetz. Dafür müssen Sie niemanden um Erlaubnis bitten. Hier lesen Sie, was Sie tun müssen, wie lange es dauert und was dabei herauskommt. Fangen Sie mit dem kleinsten Schritt an, der reicht.

    ## Sie wollen, dass sich der Rat mit etwas befasst

    ### Anregung oder Beschwerde (§ 24 Gemeindeordnung NRW)

    Der einfachste Weg. Sie brauchen keine Unterschriften.

    - **Wer:** alle, die seit mindestens drei Monaten in der Stadt wohnen, allein oder zusammen mit anderen.
    - **Was Sie tun:** Schreiben Sie dem Rat oder Ihrer Bezirksvertretung, was Sie vorschlagen oder was Sie stört. Ein Brief oder eine E-Mail mit Namen und Anschrift genügt. Es muss eine Sache sein, für die die Stadt zuständig ist. Eine Sache je Schreiben, ein klarer Wunsch im ersten Satz.
    - **Was dann geschieht:** Meist berät ein Ausschuss darüber. Die Stadt sagt Ihnen, was entschieden wurde.
    - **Wie lange:** einige Wochen bis Monate. Fragen Sie nach vier Wochen, wann Ihr Anliegen beraten wird.

    ### Einwohnerantrag (§ 25 Gemeindeordnung NRW)

    Ist der Antrag zulässig, **muss** der Rat beraten und entscheiden. Wie er entscheidet, bleibt ihm überlassen.

    - **Wer:** Menschen ab 14 Jahren, die seit drei Monaten in der Stadt wohnen. Einen deutschen Pass brauchen Sie nicht.
    - **Was Sie tun:** Lassen Sie den Wortlaut von der Verwaltung ansehen, bevor Sie die erste Unterschrift sammeln. Nennen Sie bis zu drei Personen, die den Antrag vertreten. In einer kreisfreien Stadt brauchen Sie Unterschriften von vier von hundert Einwohner\*innen, höchstens 8.000; in anderen Gemeinden von fünf von hundert, höchstens 4.000.
    - **Was dann geschieht:** Der Rat entscheidet spätestens vier Monate nach dem Eingang. Er muss für die Sache zuständig sein, und in den letzten zwölf Monaten darf es dazu keinen Antrag gegeben haben.
    - **Genau erklärt:** [Einwohnerantrag](/mitmachbox/einwohnerantrag)

    ## Sie wollen, dass die Menschen in der Stadt selbst entscheiden

    ### Bürgerbegehren und Bürgerentscheid (§ 26 Gemeindeordnung NRW)

    Mit einem Bürgerbegehren verlangen Sie eine Abstimmung. Ist es zulässig und lehnt der Rat ab, stimmen alle Wahlberechtigten ab: Das ist der Bürgerentscheid. Es gewinnt die Mehrheit, wenn sie groß genug ist: je nach Größe der Stadt mindestens 10 bis 20 von hundert Wahlberechtigten. Dann gilt das Ergebnis wie ein Beschluss des Rates.

    - **Wer:** alle, die bei der Kommunalwahl wählen dürfen, ab 16 Jahren, mit deutschem Pass oder dem eines anderen EU-Landes.
    - **Was Sie tun:** Teilen Sie der Stadt Ihr Vorhaben mit. Warten Sie auf ihre Schätzung der Kosten. Danach können Sie den Rat vorab prüfen lassen, ob das Begehren zulässig ist. Das ist freiwillig, aber ratsam. Erst dann sammeln Sie. Lassen Sie sich von der Stadt beraten.
    - **Wie viele Unterschriften:** je nach Größe der Stadt zwischen 3 und 10 von hundert Wahlberechtigten.
    - **Vorsicht, Frist:** Gegen einen Beschluss des Rates haben Sie nur wenig Zeit: sechs Wochen ab der Bekanntmachung, wenn er bekannt gemacht werden muss, sonst drei Monate ab der Sitzung. Über manches darf nicht abgestimmt werden, zum Beispiel über den Haushalt und über die meisten Fragen eines Bebauungsplans. Lassen Sie sich früh beraten.
    - **Genau erklärt:** [Bürgerbegehren und Bürgerentscheid](/mitmachbox/buergerentscheid)

    ## In Ihrer Nähe soll gebaut werden

    Einen Bebauungsplan zeigt die Stadt meist in zwei Schritten. Alle dürfen sich dazu äußern, auch Kinder und Jugendliche. Manchmal entfällt der erste Schritt. Und nicht jeder Bau braucht einen Bebauungsplan: Fragen Sie nach, oder lassen Sie sich beraten.

    ### Früh, wenn noch vieles offen ist (§ 3 Absatz 1 Baugesetzbuch)

    - **Was Sie tun:** Gehen Sie hin oder schreiben Sie. Sagen Sie, wie Sie den Ort nutzen, was bleiben muss und welche Lösung fehlt. Jetzt bewirkt ein Satz am meisten.
    - **Genau erklärt:** [Frühzeitige Öffentlichkeitsbeteiligung](/mitmachbox/fruehzeitige-oeffentlichkeitsbeteiligung)

    ### Am fertigen Entwurf (§ 3 Absatz 2 Baugesetzbuch)

    - **Was Sie tun:** Schreiben Sie innerhalb der Frist, mindestens 30 Tage, per E-Mail, im Portal oder auf Papier. Nennen Sie den Plan, die Stelle und Ihren Grund.
    - **Was dann geschieht:** Die Stadt muss jede rechtzeitige Stellungnahme prüfen und Ihnen das Ergebnis mitteilen. Was zu spät kommt, kann unberücksichtigt bleiben.
    - **Genau erklärt:** [Öffentliche Auslegung](/mitmachbox/oeffentliche-auslegung)

    ## Sie wissen nicht, welcher Weg passt?

    Fragen Sie uns. Wir sagen Ihnen, wer zuständig ist, und helfen beim ersten Schritt.

    E-Mail: { $site_email }

    Telefon: { $site_phone }

    Dieser Text ersetzt keine Rechtsberatung. Es gilt das Gesetz in seiner heutigen Fassung.
