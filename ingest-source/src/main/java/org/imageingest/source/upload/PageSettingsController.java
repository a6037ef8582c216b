package org.imageingest.source.upload;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the upload page what it may offer.
 */
@RestController
class PageSettingsController {

	private final LocationProperties location;

	PageSettingsController(LocationProperties location) {
		this.location = location;
	}

	@GetMapping("/page/settings.json")
	ResponseEntity<PageSettings> settings() {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(new PageSettings(this.location.allowLocationOptIn()));
	}

	/**
	 * What the page may offer.
	 *
	 * @param keepLocation whether photos may keep their location
	 */
	record PageSettings(boolean keepLocation) {
	}

}
