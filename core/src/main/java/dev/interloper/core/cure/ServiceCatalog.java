package dev.interloper.core.cure;

import dev.interloper.core.table.Row;
import dev.interloper.core.table.Table;
import dev.interloper.core.table.TableException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What vendors ask not to be decrypted: {@code services.tsv}, dated and with a source in every row. Their lists change, so that users
 * put their own rows in place of the bundled ones. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ServiceCatalog {

    private static final List<String> COLUMNS =
            List.of("service", "name", "target", "why", "verified", "date", "source");
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    private final Map<String, Service> services;

    private ServiceCatalog(Map<String, Service> services) {
        this.services = services;
    }

    /** Loads on first use. */
    private static final class Bundled {

        private static final ServiceCatalog CATALOG =
                Table.bundled(ServiceCatalog.class, "services.tsv", ServiceCatalog::parse);
    }

    /**
     * The catalogue that comes with this library.
     *
     * @return always the same instance
     */
    public static ServiceCatalog bundled() {
        return Bundled.CATALOG;
    }

    /**
     * Reads a catalogue in the form of {@code services.tsv}.
     *
     * @param reader gives the table; it is not closed
     * @param file what to call it in errors
     * @return the catalogue
     * @throws TableException if a row is not as it must be, or a target is one that no bypass list may hold
     * @throws IOException if it cannot be read
     */
    public static ServiceCatalog parse(Reader reader, String file) throws IOException {
        Map<String, Service> services = new LinkedHashMap<>();
        for (Row row : Table.read(reader, file, COLUMNS)) {
            Service service = service(row);
            Service before = services.getOrDefault(service.id(), new Service(service.id(), service.name(), List.of()));
            if (!before.name().equals(service.name())) {
                throw row.expected("the service's name as before, " + before.name() + ",", "name");
            }
            List<Service.Destination> all = new ArrayList<>(before.destinations());
            all.addAll(service.destinations());
            services.put(service.id(), new Service(service.id(), service.name(), all));
        }
        return new ServiceCatalog(services);
    }

    private static Service service(Row row) throws TableException {
        if (!row.text("service").matches(ID)) {
            throw row.expected("lower case letters, digits and hyphens", "service");
        }
        try {
            return new Service(
                    row.text("service"),
                    row.text("name"),
                    List.of(new Service.Destination(
                            BypassTarget.parse(row.text("target")),
                            row.text("why"),
                            row.constant(YesNo.class, "verified") == YesNo.YES,
                            row.date("date"),
                            row.text("source"))));
        } catch (BypassTargetException e) {
            throw row.problem(String.valueOf(e.getMessage()));
        }
    }

    /**
     * This catalogue, with the services of another one in place of those that are called the same.
     *
     * @param other more services, such as a user's own
     * @return both
     */
    public ServiceCatalog plus(ServiceCatalog other) {
        Map<String, Service> all = new LinkedHashMap<>(services);
        all.putAll(other.services);
        return new ServiceCatalog(all);
    }

    /**
     * All services.
     *
     * @return in the order of their first rows
     */
    public List<Service> services() {
        return List.copyOf(services.values());
    }

    /**
     * A service.
     *
     * @param id what it is called
     * @return empty if there is none
     */
    public Optional<Service> of(String id) {
        return Optional.ofNullable(services.get(Objects.requireNonNull(id, "id")));
    }

    /**
     * The service to which a destination belongs.
     *
     * @param destination a host or an address
     * @return empty if none is known, or the destination is nothing that a bypass list may hold
     */
    public Optional<Service> covering(String destination) {
        Objects.requireNonNull(destination, "destination");
        return services.values().stream()
                .filter(service -> service.covering(destination).isPresent())
                .findFirst();
    }

    /** How many services there are. */
    @Override
    public String toString() {
        return "services: " + services.size();
    }
}
