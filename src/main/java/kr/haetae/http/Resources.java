package kr.haetae.http;

/** The resources that {@link Routes} names. */
record Resources(
        DocumentResource documents,
        SessionResource sessions,
        AccountResource accounts,
        AccountIssueResource accountIssues,
        CodeResource codes,
        OperationResource operations,
        OperationCourseResource operationCourse,
        LevelResource levels,
        LevelWorkResource levelWork,
        MusterResource musters,
        PictureResource pictures,
        IncidentResource incidents,
        ReportResource reports,
        IncidentWorkResource incidentWork,
        IncidentTriageResource incidentTriage,
        TeamResource teams,
        IncidentSettingsResource incidentSettings,
        PostResource posts,
        PostImportResource postImports,
        PostReportResource postReports,
        ForceResource forces,
        DeploymentResource deployments,
        PersonnelImportResource personnelImports,
        CheckInResource checkIns,
        ReserveResource reserves) {}
