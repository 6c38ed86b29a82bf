namespace CecSim.Fidelity;

/// <summary>What a reader may rely on.</summary>
internal enum ClaimStatus
{
    /// <summary>A test failed when the product was changed so that the claim was false.</summary>
    Proven,

    /// <summary>A test is said to show it; that it fails when the claim is false was not tried.</summary>
    Shown,

    /// <summary>The test stayed green though the claim was made false.</summary>
    NotProven,

    /// <summary>The simulator is meant to do so, and no test says that it does.</summary>
    WithoutTest,

    NotBuilt,
}
