import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;

/** Writes a Java trust store (JKS, readable without a password) from a file of PEM certificates. Run by bin/lib/provision.sh. */
class TrustStore {

  public static void main(String[] pemThenStore) throws Exception {
    KeyStore store = KeyStore.getInstance("JKS");
    store.load(null, null);
    int number = 0;
    for (Certificate authority : authorities(Path.of(pemThenStore[0]))) {
      store.setCertificateEntry("authority-" + ++number, authority);
    }
    if (number == 0) {
      throw new IllegalArgumentException("no certificate in " + pemThenStore[0]);
    }
    try (OutputStream out = Files.newOutputStream(Path.of(pemThenStore[1]))) {
      store.store(out, "changeit".toCharArray());
    }
  }

  private static Collection<? extends Certificate> authorities(Path pem) throws Exception {
    try (InputStream in = Files.newInputStream(pem)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
  }
}
