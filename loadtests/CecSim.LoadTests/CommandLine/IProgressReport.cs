using CecSim.LoadTests.Measuring;

namespace CecSim.LoadTests.CommandLine;

/// <summary>Whoever wants to know how far a run is.</summary>
internal interface IProgressReport
{
    /// <param name="part">A part of the run that does not count; null for the one that does.</param>
    void Server(string name, int run, string? part);

    void Phase(string text);

    void Sampled(Sample sample);
}
