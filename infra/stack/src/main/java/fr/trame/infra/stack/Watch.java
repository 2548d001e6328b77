package fr.trame.infra.stack;

import fr.trame.infra.stack.console.Board;
import fr.trame.infra.stack.process.LogTail;
import fr.trame.infra.stack.process.ProcessRecord;
import fr.trame.infra.stack.setting.Home;
import java.util.ArrayList;

/** Stays with the started parts and tells when one goes. The others go on: that is how the product must behave too. */
final class Watch {

    private static final long LOOK_MILLIS = 1000;

    private final Home home;
    private final Starter starter;
    private final Board board;

    Watch(Home home, Starter starter, Board board) {
        this.home = home;
        this.starter = starter;
        this.board = board;
    }

    void untilAllAreGone() {
        var known = new ArrayList<>(starter.running());
        while (!known.isEmpty()) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException stop) {
                return;
            }
            if (starter.isStopping()) {
                return;
            }
            var gone = known.stream().filter(record -> !record.isRunning()).toList();
            gone.forEach(this::tell);
            known.removeAll(gone);
        }
        board.print("Nothing that was started here runs any more.");
    }

    private void tell(ProcessRecord record) {
        boolean onPurpose =
                ProcessRecord.read(home, record.part()).filter(record::equals).isEmpty();
        board.print(
                onPurpose
                        ? record.part().beginning() + " was stopped by another command."
                        : record.part().beginning() + " ended by itself; infra/up in another terminal starts it again"
                                + LogTail.of(home.log(record.part().id())));
    }
}
