namespace CecSim.RepositoryRules.Tests.Fidelity;

/// <summary>One fact of the protocol, how it is known, and what shows that the simulator holds to it.</summary>
/// <param name="Kind">One of <see cref="FidelityRules.Kinds"/>.</param>
/// <param name="Basis">In the words of <c>X-CecSim-Basis</c>.</param>
/// <param name="IsBuilt">False for what the simulator does not do; a test may show that it says so.</param>
/// <param name="Tests"><c>Class.Method</c>, or <c>Project.Class.Method</c> where the short form is not unique.</param>
internal sealed record Statement(string Kind, string Text, string Basis, bool IsBuilt, IReadOnlyList<string> Tests)
{
    public Standing Standing =>
        !IsBuilt ? Standing.NotBuilt : Tests.Count > 0 ? Standing.Shown : Standing.WithoutTest;
}
