package io.onrecord.server.access;

import io.onrecord.server.http.Visitor;
import io.onrecord.store.DeskLink;
import io.onrecord.store.DeskRole;
import io.onrecord.store.DeskUser;
import io.onrecord.store.DeskUsers.Owner;
import java.util.Optional;

/** Somebody who was let in: a user, or whoever has a link. */
record Guest(Owner owner, boolean byCookie) {

    Visitor visitor() {
        boolean editor =
                owner.user().map(DeskUser::role).filter(DeskRole.EDITOR::equals).isPresent();
        String name = owner.user()
                .map(DeskUser::name)
                .orElseGet(() ->
                        "whoever has the link " + owner.link().orElseThrow().prefix());
        return new Visitor(name, editor, byCookie);
    }

    /** The one page that this one may see; empty for all. */
    Optional<String> only() {
        return owner.link().flatMap(DeskLink::opens);
    }

    /** Whether this one may see a page, or its twin. */
    boolean maySee(String page) {
        return only().isEmpty() || page.equals(only().get()) || page.startsWith(only().get() + "/");
    }
}
