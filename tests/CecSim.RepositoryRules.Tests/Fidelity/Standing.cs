namespace CecSim.RepositoryRules.Tests.Fidelity;

/// <summary>What a reader may rely on.</summary>
internal enum Standing
{
    /// <summary>A test would fail if the simulator did otherwise.</summary>
    Shown,

    /// <summary>The simulator is meant to do so, and no test says that it does.</summary>
    WithoutTest,

    NotBuilt,
}
