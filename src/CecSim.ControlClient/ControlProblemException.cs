namespace CecSim.ControlClient;

/// <summary>The server would not do what it was asked. The message says why, as the server put it.</summary>
public sealed class ControlProblemException : Exception
{
    internal ControlProblemException(HttpStatusCode status, string? type, string? title, string? detail)
        : base($"{title} {detail}".Trim())
    {
        Status = status;
        Type = type ?? "about:blank";
        Detail = detail;
    }

    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Which problem it is; <c>Unknown</c> for one that only a newer server has, or no CecSim.</summary>
    public ProblemCode Code => Problem.CodeOf(Type);

    /// <summary>The same as it came: for example <c>urn:cecsim:problem:space-unknown</c>.</summary>
    public string Type { get; }

    /// <summary>What is wrong in this very case; null where the server says no more than which problem it is.</summary>
    public string? Detail { get; }
}
