namespace CecSim.LoadTests.Measuring;

/// <summary>A number of a run that is worth comparing.</summary>
/// <param name="Name">As in the table, the report and a file of thresholds.</param>
internal sealed record Figure(string Name, double Value, string Unit);
