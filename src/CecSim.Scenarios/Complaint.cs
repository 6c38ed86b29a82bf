namespace CecSim.Scenarios;

/// <summary>One thing that is wrong in a scenario file, and how to put it right.</summary>
/// <param name="Line">Counted from 1; 0 when the complaint is about the file and not about a place in it.</param>
/// <param name="Column">Counted from 1; 0 when the complaint is about the file.</param>
public sealed record Complaint(
    string File,
    int Line,
    int Column,
    string Message,
    string? Allowed = null,
    string? DidYouMean = null)
{
    public override string ToString()
    {
        var place = Line == 0 ? File : $"{File}:{Line}:{Column}";
        var allowed = Allowed is null ? "" : $"; allowed: {Allowed}";
        var nearest = DidYouMean is null ? "" : $"; did you mean '{DidYouMean}'?";
        return $"{place}: {Message}{allowed}{nearest}";
    }
}
