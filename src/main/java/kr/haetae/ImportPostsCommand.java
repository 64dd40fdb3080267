package kr.haetae;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import kr.haetae.auth.Actor;
import kr.haetae.event.Author;
import kr.haetae.event.PlacedPost;
import kr.haetae.http.PostPlacing;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.roster.Placement;
import kr.haetae.roster.PostCsv;
import kr.haetae.roster.PostImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a list of posts; docs/roster.md describes the file. */
@Command(name = "import-posts", mixinStandardHelpOptions = true, description = "Imports a list of posts (CSV) and prints what was mapped to a police station and what was not.")
final class ImportPostsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "UTF-8 or CP949; comma, tab or semicolon.")
    private Path file = Path.of("");

    @Option(names = "--operation", description = "Its id or name; may be left out while there is only one.")
    private String operation = "";

    @Option(names = "--valid-rows", description = "Take over the good lines of a file that has wrong ones.")
    private boolean validRows;

    @Option(names = "--dry-run", description = "Only report.")
    private boolean dryRun;

    @Override
    public Integer call() {
        PostImport parsed = PostCsv.read(bytes());
        return switch (parsed) {
            case PostImport.Refused refused -> {
                System.err.println(file + ": " + refused.reason());
                yield 1;
            }
            case PostImport.Read read -> take(read);
        };
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Refusal(file + " can't be read: " + e.getMessage());
        }
    }

    private int take(PostImport.Read read) {
        read.errors().forEach(e -> System.err
                .println("line " + e.number() + (e.column() == null ? "" : ", " + e.column()) + ": " + e.reason()));
        System.out.printf("%s: %s, %,d lines good, %,d wrong%n", file, read.encoding(), read.lines().size(),
                read.errors().size());
        System.out.printf("mapped %,d, ambiguous %,d, unmapped %,d%n", read.mapped(), read.ambiguous(),
                read.unmapped());
        read.waiting()
                .forEach(line -> System.out.printf("  line %d: %s %s %s waits for a station (관할 미지정): %s%n",
                        line.number(),
                        line.post().province(), line.post().district(), line.post().name(),
                        Placement.of(line.post()).candidates()));
        PostImport.Acceptance rule = validRows ? PostImport.Acceptance.VALID_ROWS
                : PostImport.Acceptance.ALL_OR_NOTHING;
        if (rule == PostImport.Acceptance.ALL_OR_NOTHING && !read.errors().isEmpty()) {
            System.err.println("Nothing was taken over; correct the lines, or use --valid-rows.");
            return 1;
        }
        return dryRun ? 0
                : DeskWork.in(backroom -> place(backroom, read.accepted(rule).stream().map(Placement::of).toList()));
    }

    private int place(Backroom backroom, List<PlacedPost> posts) {
        Ledger<Picture> ledger = backroom.operation(operation);
        Author author = new Author(Actor.SYSTEM.account(), Actor.SYSTEM.name(), Actor.SYSTEM.unit(), null);
        PostPlacing.Placed placed = Backroom.await(
                new PostPlacing(ledger, author, UUID.randomUUID(), String.valueOf(file.getFileName())).place(posts));
        System.out.printf("written %,d, unchanged %,d%n", placed.written(), placed.unchanged());
        return 0;
    }
}
