package kr.haetae.drill;

/** How the drill's administrator proves who he is. */
public sealed interface Credential {
    String login();

    record Password(String login, String password) implements Credential {
        @Override
        public String toString() {
            return "Password[" + login + "]";
        }
    }

    /** A code that was issued for the first log-in; a password that nobody knows is set by it. */
    record Activation(String login, String code) implements Credential {
        @Override
        public String toString() {
            return "Activation[" + login + "]";
        }
    }
}
