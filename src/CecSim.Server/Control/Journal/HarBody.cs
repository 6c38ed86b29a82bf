namespace CecSim.Server.Control.Journal;

/// <summary>HTTP Archive 1.2; -1 stands for what is not known, as that format has it.</summary>
internal sealed record HarBody(HarBody.LogBody Log)
{
    internal sealed record LogBody(string Version, CreatorBody Creator, IReadOnlyList<HarEntryBody> Entries);

    internal sealed record CreatorBody(string Name, string Version);

    /// <param name="Time">Milliseconds.</param>
    /// <param name="Id">Ours: fields of one's own begin with an underscore.</param>
    internal sealed record HarEntryBody(
        DateTimeOffset StartedDateTime,
        double Time,
        HarRequestBody Request,
        HarResponseBody Response,
        CacheBody Cache,
        TimingsBody Timings,
        string? Comment,
        [property: JsonPropertyName("_cecsimId")] string Id);

    internal sealed record HarRequestBody(
        string Method,
        string Url,
        string HttpVersion,
        IReadOnlyList<PairBody> Cookies,
        IReadOnlyList<PairBody> Headers,
        IReadOnlyList<PairBody> QueryString,
        PostDataBody? PostData,
        int HeadersSize,
        long BodySize);

    internal sealed record HarResponseBody(
        int Status,
        string StatusText,
        string HttpVersion,
        IReadOnlyList<PairBody> Cookies,
        IReadOnlyList<PairBody> Headers,
        ContentBody Content,
        [property: JsonPropertyName("redirectURL")] string RedirectUrl,
        int HeadersSize,
        long BodySize);

    internal sealed record PairBody(string Name, string Value);

    internal sealed record PostDataBody(string MimeType, string Text, string? Comment);

    internal sealed record ContentBody(long Size, string MimeType, string? Text, string? Comment);

    internal sealed record CacheBody;

    internal sealed record TimingsBody(double Send, double Wait, double Receive);
}
