package kr.haetae.config;

/** Where metrics and health are served; never a public address. */
public record Management(String host, int port) {
    public Management {
        var problems = new Problems();
        problems.unless(!host.isBlank(), Setting.MANAGEMENT_HOST.key() + " must be a name or an address.");
        problems.range(Setting.MANAGEMENT_PORT, port);
        problems.refuse();
    }
}
