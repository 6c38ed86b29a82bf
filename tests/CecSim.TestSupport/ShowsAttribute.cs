namespace CecSim.Tests;

/// <summary>The test fails when one of these claims of FIDELITY.md is false.</summary>
/// <param name="claims">Their ids, as in <c>tests/CecSim.Fidelity/Claims</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ShowsAttribute(params string[] claims) : Attribute
{
    public IReadOnlyList<string> Claims => claims;
}
