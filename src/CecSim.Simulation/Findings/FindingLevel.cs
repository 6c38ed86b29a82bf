namespace CecSim.Simulation.Findings;

/// <summary>How bad it is; the order is that of the report and of <c>--fail-on</c>.</summary>
public enum FindingLevel
{
    /// <summary>Against the letter of a document, without harm.</summary>
    Info,

    /// <summary>Loses events or calls, or wears out the server, on some day.</summary>
    Warning,

    /// <summary>Does not work on CEC, or gives a secret away.</summary>
    Error,
}
