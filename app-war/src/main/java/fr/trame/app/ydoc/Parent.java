package fr.trame.app.ydoc;

/** Where an item belongs: known by name or by id as long as the item waits, the branch itself afterwards. */
sealed interface Parent permits Id, Parent.Root, Branch {

    /** A root that is named, not looked up yet. */
    record Root(String name) implements Parent {}
}
