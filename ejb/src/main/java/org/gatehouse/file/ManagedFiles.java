package org.gatehouse.file;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.crypto.Digests;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.installation.MediaFile;
import org.gatehouse.model.installation.MediaFiles;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectInUse;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.UsedBy;

/** Takes, lists and deletes uploaded pictures. A picture never changes: another one has another name, or the first is deleted before. */
@Stateless
public class ManagedFiles {

    private static final String KIND = "authentik_admin.file";

    @Inject
    private MediaFiles files;

    @Inject
    private Permissions permissions;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "gatehouse.files.most-bytes", defaultValue = "2097152")
    private int mostBytes;

    /** The most bytes a file may have. */
    public int mostBytes() {
        return mostBytes;
    }

    /** The files whose name contains the text. */
    public List<MediaFile> list(Actor actor, String search) {
        permissions.require(actor, SpecialPermission.VIEW_MEDIA_FILES);
        return files.list(search);
    }

    /** What shows the file. */
    public List<UsedBy> usedBy(Actor actor, String name) {
        permissions.require(actor, SpecialPermission.VIEW_MEDIA_FILES);
        return uses(name);
    }

    private List<UsedBy> uses(String name) {
        return files.usesOf(name).stream().map(use -> UsedBy.of(use[0], use[1], use[2], "left_dangling")).toList();
    }

    /**
     * Takes a file.
     *
     * @throws InvalidInput when name, size or content are not those of a picture, or the name is taken
     */
    public void upload(Actor actor, String name, byte[] content) {
        permissions.require(actor, SpecialPermission.MANAGE_MEDIA_FILES);
        FieldProblems problems = new FieldProblems();
        if (!MediaAddress.isName(name)) {
            problems.add("name", "Enter a name of letters, digits, dots, hyphens and underscores that ends as pictures do.");
        }
        Optional<PictureType> type = check(name, content, problems);
        problems.refuseIfAny();
        MediaFile file = new MediaFile(name, type.orElseThrow().mimeType(), Digests.sha256Hex(content), clock.instant());
        if (!files.add(file, content)) {
            throw new InvalidInput("name", "There is a file with this name already.");
        }
        record(actor, EventAction.MODEL_CREATED, name);
    }

    private Optional<PictureType> check(String name, byte[] content, FieldProblems problems) {
        if (content.length == 0 || content.length > mostBytes) {
            problems.add("file", content.length == 0 ? "The file is empty." : "The file has more than " + mostBytes + " bytes.");
            return Optional.empty();
        }
        Optional<PictureType> type = PictureType.of(content);
        if (type.isEmpty()) {
            problems.add("file", "This is not a picture (PNG, JPEG, GIF, WebP, ICO or SVG).");
        } else if (!type.get().suits(name)) {
            problems.add("name", "The name does not end as pictures of the type " + type.get().mimeType() + " do.");
        } else if (type.get() == PictureType.SVG) {
            SvgCheck.objection(content).ifPresent(objection -> problems.add("file", objection));
        }
        return type;
    }

    /**
     * Deletes a file.
     *
     * @throws ObjectNotFound when there is none
     * @throws ObjectInUse when something shows it
     */
    public void delete(Actor actor, String name) {
        permissions.require(actor, SpecialPermission.MANAGE_MEDIA_FILES);
        List<UsedBy> uses = uses(name);
        if (!uses.isEmpty()) {
            throw new ObjectInUse(uses);
        }
        if (!files.delete(name)) {
            throw new ObjectNotFound("There is no such file.");
        }
        record(actor, EventAction.MODEL_DELETED, name);
    }

    private void record(Actor actor, String action, String name) {
        int dot = KIND.indexOf('.');
        events.recordWithin(EventDraft.of(action, "file", actor).with("model", Json.createObjectBuilder().add("app", KIND.substring(0, dot))
                .add("model_name", KIND.substring(dot + 1)).add("pk", name).add("name", name).build()));
    }
}
