package kr.haetae.tls;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names and addresses under which others reach this machine. */
public final class ThisMachine {
    private static final Pattern HOST_NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?");

    private ThisMachine() {}

    /** Host name and addresses of the interfaces that are up, without loopback and link-local; IPv6 without brackets. */
    public static SortedSet<String> names() {
        var names = new TreeSet<>(addresses());
        try {
            var name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            if (HOST_NAME.matcher(name).matches() && !name.equals("localhost")) names.add(name);
        } catch (UnknownHostException e) {
            return names;
        }
        return names;
    }

    /** The addresses among them. */
    public static SortedSet<String> addresses() {
        var addresses = new TreeSet<String>();
        try {
            for (var it : NetworkInterface.networkInterfaces().toList()) {
                if (!it.isUp() || it.isLoopback()) continue;
                it.inetAddresses().filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                        .map(ThisMachine::text).forEach(addresses::add);
            }
        } catch (SocketException e) {
            return addresses;
        }
        return addresses;
    }

    private static String text(InetAddress address) {
        var text = address.getHostAddress();
        return text.contains("%") ? text.substring(0, text.indexOf('%')) : text;
    }
}
