package org.imageingest.standalone;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.imageingest.engine.ImageEngines;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ObjectStore;
import org.jspecify.annotations.NullMarked;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * An arrow runs only downward: standalone, app, library, model. Checked here because only
 * here everything is on one class path.
 */
@AnalyzeClasses(packages = "org.imageingest", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String[] APPS = { "org.imageingest.source..", "org.imageingest.processor..",
			"org.imageingest.sink.." };

	private static final String STANDALONE = "org.imageingest.standalone..";

	private static final String WORKERS = "org.imageingest.engine.worker..";

	private static final String[] LIBRARIES = { "org.imageingest.model..", "org.imageingest.engine..",
			"org.imageingest.store..", "org.imageingest.messaging..", "org.imageingest.workspace..",
			"org.imageingest.photo..", "org.imageingest.database.." };

	@ArchTest
	static final ArchRule appsDoNotKnowEachOther = slices().matching("org.imageingest.(source|processor|sink)..")
		.should()
		.notDependOnEachOther();

	@ArchTest
	static final ArchRule nobodyKnowsTheStandalone = noClasses().that()
		.resideOutsideOfPackage(STANDALONE)
		.should()
		.dependOnClassesThat()
		.resideInAPackage(STANDALONE);

	@ArchTest
	static final ArchRule librariesKnowNoApp = noClasses().that()
		.resideInAnyPackage(LIBRARIES)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(APPS);

	@ArchTest
	static final ArchRule modelKnowsNothingElse = noClasses().that()
		.resideInAPackage("org.imageingest.model..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "software.amazon..", "org.imageingest.engine..",
				"org.imageingest.store..", "org.imageingest.messaging..", "org.imageingest.workspace..");

	@ArchTest
	static final ArchRule engineWorksWithoutSpringAndS3 = noClasses().that()
		.resideInAPackage("org.imageingest.engine..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "software.amazon..", "org.imageingest.store..",
				"org.imageingest.messaging..");

	@ArchTest
	static final ArchRule onlyWorkersKnowWhereTemporaryFilesAre = noClasses().that()
		.resideInAPackage("org.imageingest.engine..")
		.and()
		.resideOutsideOfPackage(WORKERS)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.imageingest.workspace..", WORKERS);

	@ArchTest
	static final ArchRule photosAreWorkedOnWithoutBrokerAndStore = noClasses().that()
		.resideInAPackage("org.imageingest.photo..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("software.amazon..", "org.imageingest.store..", "org.imageingest.messaging..");

	/** Hostile bytes meet decoders only in a worker's own process. */
	@ArchTest
	static final ArchRule onlyWorkersMakeEngines = noClasses().that()
		.resideInAnyPackage("org.imageingest.processor..", "org.imageingest.source..", "org.imageingest.sink..",
				"org.imageingest.photo..", STANDALONE)
		.should()
		.dependOnClassesThat(type(ImageEngines.class));

	@ArchTest
	static final ArchRule librariesOfAppsAreApart = slices().matching("org.imageingest.(store|messaging|workspace)..")
		.should()
		.notDependOnEachOther();

	/** Whoever wants to write a published object has to name its key first. */
	@ArchTest
	static final ArchRule onlyTheStoreNamesKeysOfPublishedObjects = noClasses().that()
		.resideOutsideOfPackages("org.imageingest.store", "org.imageingest.model.storage")
		.should()
		.callMethodWhere(target(owner(type(ObjectKeys.class))).and(target(
				nameMatching("image|originals|imageRun|variant|originalRun|original|preview|document|tombstone"))));

	/** What is marked as deleted is deleted then, by one class. */
	@ArchTest
	static final ArchRule onlyOneClassNamesTombstones = noClasses().that()
		.doNotHaveFullyQualifiedName("org.imageingest.store.Tombstones")
		.should()
		.callMethodWhere(target(owner(type(ObjectKeys.class))).and(target(nameMatching("tombstone"))));

	@ArchTest
	static final ArchRule onlyOneClassBuriesImages = noClasses().that()
		.doNotHaveFullyQualifiedName("org.imageingest.store.ImageRemover")
		.should()
		.callMethodWhere(target(owner(nameMatching(".*\\.Tombstones"))).and(target(nameMatching("bury"))));

	@ArchTest
	static final ArchRule onlyPublishingClassesCopyAndReplace = noClasses().that()
		.resideOutsideOfPackage("org.imageingest.store")
		.should()
		.callMethodWhere(storeMethod("copy|replace|put"));

	@ArchTest
	static final ArchRule awsIsHiddenBehindTheStore = noClasses().that()
		.resideInAnyPackage(APPS)
		.or()
		.resideInAPackage("org.imageingest.messaging..")
		.should()
		.dependOnClassesThat(resideInAPackage("software.amazon..")
			.and(DescribedPredicate.not(type(software.amazon.awssdk.core.exception.SdkException.class))));

	@ArchTest
	static final ArchRule everyPackageIsNullMarked = classes().should(haveANullMarkedPackage());

	@ArchTest
	static final ArchRule namesSayWhatAClassIsFor = noClasses().should()
		.haveSimpleNameEndingWith("Util")
		.orShould()
		.haveSimpleNameEndingWith("Utils")
		.orShould()
		.haveSimpleNameEndingWith("Helper")
		.orShould()
		.haveSimpleNameEndingWith("Manager");

	@ArchTest
	static final ArchRule nothingIsInjectedIntoFields = noFields().should()
		.beAnnotatedWith(Autowired.class)
		.orShould()
		.beAnnotatedWith(Value.class);

	@ArchTest
	static final ArchRule nothingStaticChanges = noFields().that()
		.areStatic()
		.and()
		.doNotHaveModifier(JavaModifier.SYNTHETIC)
		.should()
		.notBeFinal();

	private static DescribedPredicate<JavaCall<?>> storeMethod(String names) {
		DescribedPredicate<HasName> named = nameMatching(names);
		return target(owner(type(ObjectStore.class))).and(target(named));
	}

	private static ArchCondition<JavaClass> haveANullMarkedPackage() {
		return new ArchCondition<>("have a package that is @NullMarked") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
				events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
			}
		};
	}

}
