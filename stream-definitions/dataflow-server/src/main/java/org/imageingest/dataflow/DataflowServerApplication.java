package org.imageingest.dataflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.autoconfigure.session.SessionAutoConfiguration;
import org.springframework.cloud.dataflow.server.EnableDataFlowServer;
import org.springframework.cloud.deployer.spi.cloudfoundry.CloudFoundryDeployerAutoConfiguration;
import org.springframework.cloud.deployer.spi.kubernetes.KubernetesAutoConfiguration;
import org.springframework.cloud.deployer.spi.local.LocalDeployerAutoConfiguration;
import org.springframework.cloud.task.configuration.MetricsAutoConfiguration;
import org.springframework.cloud.task.configuration.SimpleTaskAutoConfiguration;

/**
 * Data Flow's own server with its dashboard, and what the dashboard needs to work with
 * tasks of Spring Boot 3 and later. For one machine: it asks nobody to log in, and
 * listens on 127.0.0.1 only.
 */
@SpringBootApplication(exclude = { CloudFoundryDeployerAutoConfiguration.class, KubernetesAutoConfiguration.class,
		LocalDeployerAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class,
		MetricsAutoConfiguration.class, SecurityAutoConfiguration.class, SessionAutoConfiguration.class,
		SimpleTaskAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class })
@EnableDataFlowServer
public class DataflowServerApplication {

	public static void main(String[] args) {
		SpringApplication.run(DataflowServerApplication.class, args);
	}

}
