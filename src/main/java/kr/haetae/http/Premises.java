package kr.haetae.http;

import kr.haetae.auth.Guardhouse;
import kr.haetae.blob.FileStore;
import kr.haetae.config.Limits;
import kr.haetae.config.MapLayers;
import kr.haetae.feed.Feed;

/** What the public server works with; made by {@code kr.haetae.Main}'s composition, shared by its instances. */
public record Premises(
        Guardhouse guardhouse, Origins origins, Proxies proxies, OpenOperations operations, Feed feed, Limits limits,
        OperationTerms terms, WholePictures wholes, FileStore files, MapLayers map) {}
