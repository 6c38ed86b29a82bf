namespace CecSim.Guarding;

/// <summary>An exception that nobody was there to catch: a defect of CecSim.</summary>
/// <param name="Place">What ran, in words: <c>space timer 'script step'</c>.</param>
public sealed record Failure(string Place, Exception Exception)
{
    /// <summary>In one sentence, without names of code.</summary>
    public string Why => $"{Place} failed inside CecSim: {Exception.Message.ReplaceLineEndings(" ")}";
}

/// <summary>All failures of one place by one type of exception.</summary>
/// <param name="ErrorType">The exception's type.</param>
/// <param name="FirstWhy">What the first of them said.</param>
public sealed record FailureKind(string Place, string ErrorType, string FirstWhy, long Count);
