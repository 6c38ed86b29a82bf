namespace CecSim.Browser.Tests;

/// <summary>Waiting in a page whose policy forbids what Playwright waits with: a text that is evaluated.</summary>
internal static class Waiting
{
    private const int PatienceMs = 60_000;

    /// <returns>An expression that becomes true once the condition is, and false when it never is.</returns>
    public static string Until(string condition) =>
        $$"""
        new Promise((resolve) => {
          const ends = Date.now() + {{PatienceMs}}
          const look = () => ({{condition}}) ? resolve(true) : Date.now() > ends ? resolve(false) : setTimeout(look, 50)
          look()
        })
        """;
}
