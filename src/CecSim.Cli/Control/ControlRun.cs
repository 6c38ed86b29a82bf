using System.Text.Json.Serialization.Metadata;

namespace CecSim.Cli.Control;

/// <summary>One run of a verb: what was typed, the server it is about, and where the answer goes.</summary>
internal sealed class ControlRun(ParseResult parsed, CecSimControl server, CancellationToken ends)
{
    public CecSimControl Server => server;

    public CancellationToken Ends => ends;

    public Terminal Terminal => parsed.Terminal;

    public T? Value<T>(Option<T> option) => parsed.GetValue(option);

    public T Value<T>(Argument<T> argument) => parsed.GetValue(argument)!;

    /// <summary>The space that <c>--space</c> names, or the only one that there is.</summary>
    /// <returns>Null after it has said why there is none.</returns>
    /// <param name="named">Where a verb takes the name in another way too.</param>
    public async Task<SpaceControl?> FindSpaceAsync(string? named = null)
    {
        if ((named ?? Value(ServerOptions.Space)) is { } name)
        {
            return server.Space(name);
        }

        var names = (await server.ListSpacesAsync(ends)).Select(s => s.Name).ToList();
        if (names is [var only])
        {
            return server.Space(only);
        }

        Refuse(names.Count == 0
            ? "The server has no space. Make one with cecsim spaces create."
            : $"The server has several spaces. Name one with --space NAME: {string.Join(", ", names)}.");
        return null;
    }

    /// <summary>Writes the answer: text for people, JSON where that was asked for.</summary>
    /// <param name="text">A table, facts or a sentence.</param>
    public int Show<T>(T answer, JsonTypeInfo<T> shape, Func<T, string> text)
    {
        Terminal.Output.Write(Value(ServerOptions.Json) ? AnswerJson.Of(answer, shape) : text(answer));
        return ExitCodes.Success;
    }

    /// <summary>Says on standard error what is wrong.</summary>
    public int Refuse(string text, int exitCode = ExitCodes.WrongInput) => Terminal.Refuse(text, exitCode);
}
