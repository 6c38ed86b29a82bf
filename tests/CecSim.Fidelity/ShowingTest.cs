namespace CecSim.Fidelity;

/// <summary>A test that says which claims it shows.</summary>
/// <param name="Project">The folder below <c>tests</c>, which is the name of the assembly too.</param>
/// <param name="Type">With its namespace.</param>
internal sealed record ShowingTest(
    string Project,
    string Type,
    string Method,
    string File,
    IReadOnlyList<string> Claims)
{
    /// <summary>As the page names it.</summary>
    public string Name => $"{Type[(Type.LastIndexOf('.') + 1)..]}.{Method}";

    public string FullName => $"{Type}.{Method}";
}
