package org.imageingest.source.health;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.HealthContributors.Entry;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells whether uploads are taken. Without the broker they are, for a while: the service
 * is {@code degraded} then.
 */
@RestController
class HealthController {

	private static final String BROKER = "rabbit";

	private static final String ADMIN = "SCOPE_ingest:admin";

	private final HealthContributorRegistry contributors;

	HealthController(HealthContributorRegistry contributors) {
		this.contributors = contributors;
	}

	@GetMapping({ "/health", "/api/v1/health" })
	ResponseEntity<HealthView> health(@Nullable Authentication caller) {
		Map<String, String> components = components();
		String status = status(components);
		return ResponseEntity.status("down".equals(status) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
			.cacheControl(CacheControl.noStore())
			.body(new HealthView(status, isAdmin(caller) ? components : null));
	}

	private String status(Map<String, String> components) {
		boolean essentials = components.entrySet()
			.stream()
			.filter((component) -> !component.getKey().equals(BROKER))
			.allMatch((component) -> component.getValue().equals("up"));
		if (!essentials) {
			return "down";
		}
		return "up".equals(components.getOrDefault(BROKER, "up")) ? "up" : "degraded";
	}

	private Map<String, String> components() {
		Map<String, String> components = new TreeMap<>();
		for (Entry entry : this.contributors) {
			if (entry.contributor() instanceof HealthIndicator indicator) {
				var health = indicator.health(false);
				boolean up = health == null || Status.UP.equals(health.getStatus());
				components.put(entry.name(), up ? "up" : "down");
			}
		}
		return components;
	}

	private static boolean isAdmin(@Nullable Authentication caller) {
		return caller != null
				&& caller.getAuthorities().stream().anyMatch((authority) -> ADMIN.equals(authority.getAuthority()));
	}

	/**
	 * Answer of the health check.
	 *
	 * @param status up, degraded or down
	 * @param components state of each part, for admins
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record HealthView(String status, @Nullable Map<String, String> components) {
	}

}
