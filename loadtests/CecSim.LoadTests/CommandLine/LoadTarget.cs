using System.CommandLine;

namespace CecSim.LoadTests.CommandLine;

/// <summary>Whom to put under load, where it is not a CecSim that the run starts.</summary>
internal static class LoadTarget
{
    private const string AppKeyVariable = "CEC_APP_KEY";
    private const string AppSecretVariable = "CEC_APP_SECRET";
    private const string ControlKeyVariable = "CECSIM_CONTROL_KEY";

    private static readonly Option<string?> Target = new("--target")
    {
        Description = "A server that runs already. Where it has no control API of CecSim's, the tenant is that of "
            + $"{AppKeyVariable} and {AppSecretVariable} in the environment, and --channel.",
        HelpName = "URL",
    };

    private static readonly Option<string> Channel = new("--channel")
    {
        Description = "The channelId of the tenant.",
        HelpName = "ID",
        DefaultValueFactory = _ => "202403010000000001",
    };

    private static readonly Option<bool> Owned = new("--i-own-this-target")
    {
        Description = "Permits a target on another machine: load is an attack where nobody asked for it.",
    };

    public static void AddTo(Command command)
    {
        command.Add(Target);
        command.Add(Channel);
        command.Add(Owned);
    }

    /// <returns>Null where the run starts its own.</returns>
    /// <exception cref="InvalidDataException">It is no URL, or somebody else's.</exception>
    public static Uri? Address(ParseResult parsed)
    {
        if (parsed.GetValue(Target) is not { } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new InvalidDataException($"--target: '{text}' is no URL such as http://127.0.0.1:5080.");
        }

        return url.IsLoopback || parsed.GetValue(Owned)
            ? url
            : throw new InvalidDataException(
                $"--target: {url.Host} is not this machine. Add --i-own-this-target if you may put load on it.");
    }

    public static SpaceCredentials Credentials(ParseResult parsed) => new(
        Environment.GetEnvironmentVariable(AppKeyVariable) ?? "cecsim-demo-key",
        Environment.GetEnvironmentVariable(AppSecretVariable) ?? "cecsim-demo-secret",
        parsed.GetValue(Channel)!);

    public static string? ControlKey(ParseResult parsed) =>
        parsed.GetValue(Target) is null ? null : Environment.GetEnvironmentVariable(ControlKeyVariable);
}
