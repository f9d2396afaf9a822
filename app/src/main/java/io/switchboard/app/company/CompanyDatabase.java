package io.switchboard.app.company;

import io.switchboard.core.adapter.postgres.PgSettings;
import io.switchboard.ivr.adapter.sql.SqlSettings;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.process.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;

/** Makes the database where it is not there, and brings an older one up to date; what is in it stays. */
public final class CompanyDatabase {
  /** Names of our own: on a server of somebody else's they are hardly taken. */
  static final String DATABASE = "switchboard_company";
  static final String FLOWS = "switchboard_company_flows";
  private static final String OWNER = "switchboard_company_owner";
  private static final String SCHEMA = "company";
  private static final Pattern WITH_DATABASE = Pattern.compile("(jdbc:postgresql://[^/?]+/)([^?]*)(.*)");
  /** Two platforms that start at once make it one after the other. */
  private static final long LOCK = 0x73_77_63_6f_6d_70L;

  private final PgSettings server;
  private final Path passwordFile;

  /**
   * @param server the installation's own; its user may create databases and roles
   * @param data where everything is kept, with the password of the flows' user
   */
  public CompanyDatabase(PgSettings server, Path data) {
    this.server = server;
    this.passwordFile = data.resolve("company-password");
  }

  /** How flows reach it, made or not. */
  public SqlSettings flows() {
    return new SqlSettings(url(), FLOWS, Files.exists(passwordFile) ? Secret.read(passwordFile) : "");
  }

  private String url() {
    return WITH_DATABASE.matcher(server.url()).replaceFirst("$1" + DATABASE + "$3");
  }

  /**
   * Makes what is missing.
   *
   * @throws SQLException when PostgreSQL refuses or is away
   * @throws FlywayException when the tables cannot be made, or are of a newer version
   * @throws ServerException when the password cannot be kept
   */
  public SqlSettings prepare() throws SQLException {
    if (!WITH_DATABASE.matcher(server.url()).matches()) {
      throw new SQLException("the url of PostgreSQL names no host and database: jdbc:postgresql://host:port/database");
    }
    String password = password();
    try (Connection connection = connect(server.url()); Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
      roles(connection, statement, password);
      database(connection, statement);
      tables();
    }
    return flows();
  }

  private String password() {
    try {
      if (!Files.exists(passwordFile)) {
        Files.createDirectories(Objects.requireNonNull(passwordFile.toAbsolutePath().getParent()));
        Secret.generate(passwordFile);
      }
      return Secret.read(passwordFile);
    } catch (IOException e) {
      throw new ServerException("cannot make " + passwordFile.getParent() + ": " + e.getMessage(), e);
    }
  }

  private Connection connect(String url) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", server.user());
    properties.setProperty("password", server.password());
    properties.setProperty("ApplicationName", "switchboard company");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "60");
    return DriverManager.getConnection(url, properties);
  }

  private static void roles(Connection connection, Statement statement, String password) throws SQLException {
    if (!there(connection, "select from pg_roles where rolname = ?", OWNER)) {
      statement.execute("create role " + OWNER + " nologin");
      statement.execute("grant " + OWNER + " to current_user");
    }
    if (!there(connection, "select from pg_roles where rolname = ?", FLOWS)) {
      statement.execute("create role " + FLOWS + " login nosuperuser nocreatedb nocreaterole noinherit");
    }
    connection.unwrap(PGConnection.class).alterUserPassword(FLOWS, password.toCharArray(), null); // it travels as a hash
    if (there(connection, "select where current_setting('is_superuser') = ?", "on")) {
      statement.execute("alter role " + FLOWS + " set log_parameter_max_length = 0");
    }
  }

  private static void database(Connection connection, Statement statement) throws SQLException {
    if (!there(connection, "select from pg_database where datname = ?", DATABASE)) {
      statement.execute("create database " + DATABASE + " owner " + OWNER);
      statement.execute("revoke all on database " + DATABASE + " from public");
      statement.execute("grant connect on database " + DATABASE + " to " + FLOWS);
    } else if (!there(connection, "select from pg_database where datname = ? and pg_get_userbyid(datdba) = '" + OWNER + "'", DATABASE)) {
      throw new SQLException("the database " + DATABASE + " is not of " + OWNER + "; rename it, or take the source out of lookups.yaml");
    }
  }

  private void tables() {
    Flyway.configure()
        .dataSource(url(), server.user(), server.password())
        .defaultSchema(SCHEMA)
        .locations("classpath:company")
        .load()
        .migrate();
  }

  private static boolean there(Connection connection, String query, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }
}
