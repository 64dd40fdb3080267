package kr.haetae.faults;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import kr.haetae.faults.Cable.Direction;
import kr.haetae.faults.Installation.Shape;
import kr.haetae.faults.Installation.Standby;

/** Every fault there is; those of one shape stand together and share an installation. */
final class Catalogue {
    private static final Shape TWO = Shape.plain(2);
    private static final Shape THREE = Shape.plain(3);

    static final List<Fault> FAULTS = List.of(
            new Fault("node-killed", "kill -9 of a node; after some seconds it is started again", TWO, seconds(5),
                    NodeFaults::killed),
            new Fault("database-killed", "kill -9 of PostgreSQL altogether, and its restart", TWO, seconds(15),
                    DatabaseFaults::killed),
            new Fault("database-frozen", "SIGSTOP to PostgreSQL for 30 s", TWO, seconds(15), DatabaseFaults::frozen),
            new Fault("cut-to-database", "what one node says to its database vanishes for 20 s", TWO, seconds(15),
                    DatabaseFaults.cut(Set.of(Direction.TO_DATABASE))),
            new Fault("cut-from-database", "what the database says to one node vanishes for 20 s", TWO, seconds(15),
                    DatabaseFaults.cut(Set.of(Direction.TO_NODE))),
            new Fault("cut-both-ways", "one node and its database are parted for 20 s", TWO, seconds(15),
                    DatabaseFaults.cut(Set.of(Direction.values()))),
            new Fault("all-cut", "all nodes and their database are parted for 20 s", TWO, seconds(15),
                    DatabaseFaults::allCut),
            new Fault("node-paused", "a node stands still for 60 s, with whatever it holds", TWO, seconds(5),
                    NodeFaults::paused),
            new Fault("dump", "pg_dump again and again", TWO, null, DatabaseFaults::dumped),
            new Fault("unread-sockets", "200 sockets that never read", TWO, null, ClientFaults::unread),
            new Fault("log-in-flood", "one address tries passwords as fast as it can", TWO, null,
                    ClientFaults::logIns),
            new Fault("hello-flood", "one address opens sockets and says hello as fast as it can", TWO, null,
                    ClientFaults::hellos),
            new Fault("half-open", "10,000 connections that send half a request", TWO, null, ClientFaults::halfOpen),
            new Fault("disk-full", "the database's disk is full for 15 s", MachineFaults.smallDisk(TWO), seconds(30),
                    MachineFaults::diskFull),
            new Fault("clock-jump", "a node's clock jumps by 20 s and by hours", MachineFaults.ownClocks(TWO), null,
                    MachineFaults::clockJumps),
            new Fault("heap-full", "nodes with 128 MiB, asked for whole pictures by many", MachineFaults.smallHeap(TWO),
                    seconds(30), MachineFaults::heapFull),
            new Fault("promotion-synchronous", "the primary's machine is gone, its synchronous standby takes over",
                    TWO.with(Standby.SYNCHRONOUS), seconds(30), StandbyFaults::synchronous),
            new Fault("promotion-asynchronous", "the same with one that is 3 s behind",
                    TWO.with(Standby.ASYNCHRONOUS), seconds(30), StandbyFaults::asynchronous),
            new Fault("synchronous-cost", "what commits cost that wait for a standby", TWO.with(Standby.SYNCHRONOUS),
                    null, NodeCounts::synchronousStandby),
            new Fault("feed-behind", "a feed's replica stands still for 15 s; a feed is asked to write",
                    TWO.with(Standby.ASYNCHRONOUS).withFeed(), null, FeedFaults::behind),
            new Fault("three-nodes", "reports taken by one, two and three nodes", THREE, null, NodeCounts::nodes),
            new Fault("three-nodes-killed", "kill -9 of one of three", THREE, seconds(5), NodeFaults::killed),
            new Fault("rolling-upgrade", "three nodes of the commit before, one after the other brought to this one",
                    THREE.from(NodeCounts.previousJar()), null, NodeCounts::rollingUpgrade));

    private Catalogue() {}

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
