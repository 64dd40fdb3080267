package kr.haetae.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which addresses are proxies of ours, and so whose word about the client's address is taken. Anybody may write
 * {@code X-Forwarded-For}; only what our own proxy appended counts.
 */
public final class Proxies {
    /** Nobody's word is taken. */
    public static final Proxies NONE = new Proxies(List.of());

    private final List<IpSubnetFilterRule> networks;

    /** @param networks addresses or networks in CIDR notation, as {@link kr.haetae.config.Http} checked them */
    public Proxies(List<String> networks) {
        this.networks = networks.stream()
                .map(network -> network.contains("/") ? network : network + (network.contains(":") ? "/128" : "/32"))
                .map(network -> new IpSubnetFilterRule(network, IpFilterRuleType.ACCEPT))
                .toList();
    }

    /** The client's address: the last that is no proxy of ours, going back from the connection's own peer. */
    String client(HttpServerRequest request) {
        String client = request.remoteAddress().hostAddress();
        if (client == null) {
            return "";
        }
        List<String> forwarded = forwarded(request);
        for (int i = forwarded.size() - 1; i >= 0 && ours(client); i--) {
            if (!NetUtil.isValidIpV4Address(forwarded.get(i)) && !NetUtil.isValidIpV6Address(forwarded.get(i))) {
                return client;
            }
            client = forwarded.get(i);
        }
        return client;
    }

    private static List<String> forwarded(HttpServerRequest request) {
        List<String> hops = new ArrayList<>();
        request.headers().getAll("X-Forwarded-For").forEach(line -> {
            for (String hop : line.split(",", -1)) {
                hops.add(hop.strip());
            }
        });
        return hops;
    }

    private boolean ours(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return false;
        }
        try {
            InetSocketAddress peer = new InetSocketAddress(InetAddress.getByAddress(bytes), 0);
            return networks.stream().anyMatch(network -> network.matches(peer));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
