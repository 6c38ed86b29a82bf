using CecSim.Control.Contracts;

namespace CecSim.Server.Control.Access;

/// <summary>Headers of the control API's answers, for browsers above all.</summary>
internal static class ControlHeaders
{
    /// <summary>How many packets of media a capture file lacks, because too many had passed.</summary>
    public const string DroppedPackets = "X-CecSim-Dropped";

    /// <summary>
    /// No page of another origin may have an answer as image, script or frame, or take it for what it is not.
    /// </summary>
    public static void Write(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.XFrameOptions = "DENY";
    }

    /// <summary>What goes with a refusal: how to do better.</summary>
    public static void WriteFor(ProblemCode refusal, HttpResponse response)
    {
        switch (refusal)
        {
            case ProblemCode.KeyMissing:
                response.Headers.WWWAuthenticate = "Bearer";
                break;
            case ProblemCode.TooManyWrongKeys:
                response.Headers.RetryAfter = "10";
                break;
            case ProblemCode.CannotBeKept:
                response.Headers.RetryAfter = "1";
                break;
            case ProblemCode.ContentCoded:
                response.Headers.AcceptEncoding = "identity";
                break;
        }
    }
}
