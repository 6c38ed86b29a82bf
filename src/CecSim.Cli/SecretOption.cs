namespace CecSim.Cli;

/// <summary>
/// A secret that a command takes from a file, from a variable, or from an argument, which others on this machine can
/// see. Neither help nor errors print it.
/// </summary>
/// <param name="what">What it is, as in "control key".</param>
internal sealed class SecretOption(string what, Option<string?> argument, string variable)
{
    private const int LengthMax = 4_096;

    private readonly Option<string?> _file = new($"{argument.Name}-file")
    {
        Description = $"A file that holds the {what} and nothing else; - for standard input.",
        HelpName = "FILE",
        Recursive = argument.Recursive,
    };

    public void AddTo(Command command)
    {
        command.Add(argument);
        command.Add(_file);
    }

    /// <returns>Neither when none was named; a complaint when it is empty, or named in two ways.</returns>
    public (string? Secret, string? Complaint) Read(ParseResult parsed)
    {
        var (given, file) = (parsed.GetValue(argument), parsed.GetValue(_file));
        if (given is not null && file is not null)
        {
            return (null, $"Name the {what} once, with {argument.Name} or with {_file.Name}.");
        }

        try
        {
            var (secret, source) = given is not null ? (given, argument.Name)
                : file is not null ? (ReadFile(file, parsed.Terminal), _file.Name)
                : (parsed.Terminal.Variable(variable), variable);
            return secret switch
            {
                "" => (null, $"The {what} is empty: {source} holds nothing."),
                { Length: > LengthMax } => (null, $"The {what} is longer than {LengthMax} characters ({source})."),
                _ => (secret, null),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, $"The {what} cannot be read: {e.Message}");
        }
    }

    // The end of the line is the editor's, not the secret's.
    private static string ReadFile(string file, Terminal terminal)
    {
        using var reader = file == "-" ? terminal.Input : new StreamReader(file);
        var buffer = new char[LengthMax + 3];
        return new string(buffer, 0, reader.ReadBlock(buffer)).TrimEnd('\r', '\n');
    }
}
