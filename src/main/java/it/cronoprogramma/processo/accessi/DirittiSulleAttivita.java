package it.cronoprogramma.processo.accessi;

import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Which rights an open task brings along: none for a role that may do all tasks of its
 * process ({@link DirittiSuiProcessi}), and none for whoever has claimed it, who may do
 * it as long as he is in his role and no longer.
 */
public final class DirittiSulleAttivita extends DefaultAuthorizationProvider {

	@Override
	public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String gruppo, String tipo) {
		return vale(task, gruppo) ? null : super.newTaskGroupIdentityLink(task, gruppo, tipo);
	}

	@Override
	public AuthorizationEntity[] newTaskAssignee(Task task, String prima, String dopo) {
		return null;
	}

	/** Read each time: a process deployed on another node changes the rights at once. */
	private boolean vale(Task task, String gruppo) {
		if (!(task instanceof TaskEntity attivita) || attivita.getProcessDefinitionId() == null) {
			return false;
		}
		AuthorizationEntity diritto = getGrantAuthorization(attivita.getProcessDefinition().getKey(), null, gruppo,
				Resources.PROCESS_DEFINITION);
		// whoever may do them may read them: DirittiSuiProcessi
		return diritto != null && diritto.isPermissionGranted(ProcessDefinitionPermissions.TASK_WORK);
	}

}
