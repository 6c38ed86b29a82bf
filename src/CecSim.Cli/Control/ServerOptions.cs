using CecSim.Server.Control.Access;

namespace CecSim.Cli.Control;

/// <summary>Which server and which space a verb is about, and for whom it writes.</summary>
internal static class ServerOptions
{
    public const string ServerVariable = "CECSIM_SERVER";
    public const string KeyVariable = "CECSIM_CONTROL_KEY";

    public static readonly Option<Uri> Server = new("--server")
    {
        Description = $"The server's address; {ServerVariable}, or else {CecSimArgs.DefaultUrl}, unless given.",
        HelpName = "URL",
        Recursive = true,
        DefaultValueFactory = result => Address(
            Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } named ? named : CecSimArgs.DefaultUrl,
            ServerVariable,
            result),
        CustomParser = result => Address(result.Tokens[0].Value, "--server", result),
    };

    public static readonly SecretOption Key = new(
        "control key",
        new Option<string?>("--control-key")
        {
            Description = "The key that the server was started with, where it asks for one; " +
                $"{KeyVariable} unless given.",
            HelpName = "KEY",
            Recursive = true,
        },
        KeyVariable);

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Writes JSON for programs, in the shapes of the control API.",
        Recursive = true,
    };

    public static readonly Option<string?> Space = new("--space")
    {
        Description = "The space's name; needed only where the server has several.",
        HelpName = "NAME",
        Recursive = true,
    };

    /// <returns>No key where none was given, and a complaint where no server could take the one that was.</returns>
    public static (string? Key, string? Complaint) KeyOf(ParseResult parsed) => Key.Read(parsed) switch
    {
        ({ } key, null) when !ControlKey.CanBeSent(key) => (null, ControlKey.Complaint(key)),
        var read => read,
    };

    // A path would be passed over in silence: the control API lies at the root of a server.
    internal static Uri Address(string text, string source, ArgumentResult result)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https" && address.PathAndQuery == "/" && address.UserInfo.Length == 0)
        {
            return address;
        }

        result.AddError($"{source} must be an address such as {CecSimArgs.DefaultUrl}, not '{text}'.");
        return new Uri(CecSimArgs.DefaultUrl);
    }
}
