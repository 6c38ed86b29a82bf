using CecSim.Guarding;

namespace CecSim.Simulation.Tests;

/// <summary>A guard that writes what fails where the runner shows it.</summary>
internal static class TestGuard
{
    public static Guard Create() => new(new WriterLog(Console.Error));
}
