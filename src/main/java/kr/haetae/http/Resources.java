package kr.haetae.http;

/** The resources that {@link Routes} names. */
record Resources(
        CodeResource codes,
        OperationResource operations,
        PictureResource pictures,
        IncidentResource incidents,
        ReportResource reports,
        IncidentWorkResource incidentWork,
        PostResource posts,
        PostImportResource postImports) {}
