import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Asks the JDK's TLS client about servers on loopback. Arguments: a PEM file, the one root that is trusted. Each line of
 * standard input is a port and the name that the server is asked for; each line of standard output is the answer:
 * `accepted`, or the exception as Java prints it.
 */
final class ClientProbe {
  private static final int TIMEOUT_MS = 2000;

  public static void main(String[] arguments) throws Exception {
    SSLContext context = trusting(arguments[0]);
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      String[] words = line.split(" ");
      System.out.println(ask(context, Integer.parseInt(words[0]), words[1]).replaceAll("\\s+", " "));
    }
  }

  private static SSLContext trusting(String file) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (FileInputStream pem = new FileInputStream(file)) {
      store.setCertificateEntry("root", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  /** As HttpsURLConnection does it: the name is looked at within the handshake; a request follows. */
  private static String ask(SSLContext context, int port, String domain) {
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MS);
      plain.setSoTimeout(TIMEOUT_MS);
      try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, domain, port, true)) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        socket.getOutputStream().write("HEAD / HTTP/1.1\r\n\r\n".getBytes("US-ASCII"));
        socket.getInputStream().read();
        return "accepted";
      }
    } catch (Exception failure) {
      return failure.toString();
    }
  }
}
