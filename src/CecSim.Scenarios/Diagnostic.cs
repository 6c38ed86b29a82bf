namespace CecSim.Scenarios;

/// <summary>One thing that is wrong in a scenario file, and how to put it right.</summary>
/// <param name="Line">Counted from 1; 0 when the complaint is about the file and not about a place in it.</param>
/// <param name="Column">Counted from 1; 0 when the complaint is about the file.</param>
public sealed record Diagnostic(
    string File,
    int Line,
    int Column,
    string Message,
    string? Allowed = null,
    string? DidYouMean = null)
{
    /// <summary>The file is sound; but what it says there has no effect.</summary>
    public bool IsWarning { get; init; }

    /// <summary>Where it is, as far as it has a place.</summary>
    public string Place => VisibleText.Line(Line == 0 ? File : $"{File}:{Line}:{Column}");

    /// <summary>What is allowed instead and what was probably meant; empty where neither is known.</summary>
    public string Remedy => VisibleText.Line(
        (Allowed is null ? "" : $"; allowed: {Allowed}")
        + (DidYouMean is null ? "" : $"; did you mean '{DidYouMean}'?"));

    /// <summary>One line, whatever the file says.</summary>
    public override string ToString() =>
        $"{Place}: {(IsWarning ? "warning: " : "")}{VisibleText.Line(Message)}{Remedy}";
}
