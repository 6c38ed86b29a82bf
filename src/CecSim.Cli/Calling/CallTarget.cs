namespace CecSim.Cli.Calling;

/// <summary>Whom to call, and with which credentials: those of the demo space only for this machine.</summary>
internal static class CallTarget
{
    private const string KeyVariable = "CECSIM_APP_KEY";
    private const string SecretVariable = "CECSIM_APP_SECRET";

    public static readonly Argument<Uri> Address = new("ADDRESS")
    {
        Description = "Where CEC is: http(s)://host[:port].",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => new Uri(CecSim.Server.CecSimArgs.DefaultUrl),
        CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address)
            ? address
            : Complain(result),
    };

    public static readonly Option<string?> AppKey = new("--app-key")
    {
        Description = $"The app_key. Without it {KeyVariable}, and for this machine the demo space's.",
        HelpName = "KEY",
    };

    public static readonly Option<string?> AppSecret = new("--app-secret")
    {
        Description = $"The app_secret, which others on this machine can see here: better {SecretVariable}.",
        HelpName = "SECRET",
    };

    public static readonly Option<string?> AppSecretFile = new("--app-secret-file")
    {
        Description = "A file that holds the app_secret and nothing else; - for standard input.",
        HelpName = "FILE",
    };

    public static readonly Option<string?> Channel = new("--channel")
    {
        Description = "The channelId. For this machine the demo space's unless given.",
        HelpName = "ID",
    };

    public static void AddTo(Command command)
    {
        command.Add(Address);
        command.Add(AppKey);
        command.Add(AppSecret);
        command.Add(AppSecretFile);
        command.Add(Channel);
    }

    /// <exception cref="ArgumentException">Something is missing, for an address that is not this machine's.</exception>
    /// <exception cref="IOException">The file with the secret cannot be read.</exception>
    public static (Uri Address, string AppKey, string AppSecret, string ChannelId) Read(ParseResult parsed)
    {
        var terminal = parsed.Terminal;
        var address = parsed.GetValue(Address)!;
        var demo = address.IsLoopback ? new SpaceSettings() : null;
        var appKey = parsed.GetValue(AppKey) ?? terminal.Variable(KeyVariable) ?? demo?.AppKey;
        var appSecret = parsed.GetValue(AppSecret) ?? ReadFile(parsed.GetValue(AppSecretFile), terminal)
            ?? terminal.Variable(SecretVariable) ?? demo?.AppSecret;
        var channelId = parsed.GetValue(Channel) ?? demo?.Channels[0].Id;
        string[] missing =
        [
            .. appKey is null ? [$"--app-key KEY or {KeyVariable}"] : Array.Empty<string>(),
            .. appSecret is null ? [$"{SecretVariable} or --app-secret-file FILE"] : Array.Empty<string>(),
            .. channelId is null ? ["--channel ID"] : Array.Empty<string>(),
        ];
        return missing.Length == 0
            ? (address, appKey!, appSecret!, channelId!)
            : throw new ArgumentException($"For {address} name {string.Join(", and ", missing)}.");
    }

    private static string? ReadFile(string? file, Terminal terminal) => file switch
    {
        null => null,
        "-" => terminal.Input.ReadToEnd().Trim(),
        _ => File.ReadAllText(file).Trim(),
    };

    private static Uri Complain(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"'{result.Tokens[0].Value}' is no address such as https://service.besclouds.com.");
        return new Uri(CecSim.Server.CecSimArgs.DefaultUrl);
    }
}
