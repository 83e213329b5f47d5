collection-keep = Add to collection
collection-kept = In your collection
collection-own = My collection
collection-own-text = This collection is kept on this device only. Pass it on as a link or a booklet.
collection-empty = Nothing collected yet
collection-empty-text = On a format’s page, “Add to collection” puts it here.
collection-name = Name of the collection (optional)
collection-booklet = Print as a booklet
collection-link = Open the link for sharing
collection-up = Move up
collection-remove = Take out
collection-gone = this format no longer exists
collection-shared = Collection
collection-shared-text = { $count ->
    [one] One format
   *[other] { $count } formats
}
collection-take = Add to my collection
collection-taken = Added. You find everything under “My collection”.
collection-licence = Texts: CC BY 4.0
collection-back = Back to the collection
