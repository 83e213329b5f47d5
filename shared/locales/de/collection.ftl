collection-keep = In die Sammlung
collection-kept = In der Sammlung
collection-own = Meine Sammlung
collection-own-text = Diese Sammlung liegt nur auf diesem Gerät. Als Link oder Heft geben Sie sie weiter.
collection-empty = Noch ist nichts gesammelt
collection-empty-text = Auf der Seite eines Formats legen Sie es mit „In die Sammlung“ hier ab.
collection-name = Name der Sammlung (freiwillig)
collection-booklet = Als Heft drucken
collection-link = Link zum Teilen öffnen
collection-up = Nach vorn
collection-remove = Herausnehmen
collection-gone = dieses Format gibt es nicht mehr
collection-shared = Sammlung
collection-shared-text = { $count ->
    [one] Ein Format
   *[other] { $count } Formate
}
collection-take = In meine Sammlung übernehmen
collection-taken = Übernommen. Sie finden alles unter „Meine Sammlung“.
collection-licence = Texte: CC BY 4.0
collection-back = Zurück zur Sammlung
