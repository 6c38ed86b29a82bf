using System.CommandLine.Completions;

namespace CecSim.Cli;

/// <summary>What is wrong with what was typed, in words that a user knows: the name of a type is none.</summary>
internal static class WrongArguments
{
    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(int)] = "a whole number",
        [typeof(long)] = "a whole number",
        [typeof(ulong)] = "a whole number from 0 on",
        [typeof(double)] = "a number",
        [typeof(bool)] = "true or false",
    };

    /// <summary>Says it on standard error, and shows the command's help.</summary>
    /// <remarks>The parser's own exit code is 1, which here means that something sound failed.</remarks>
    public static async Task<int> TellAsync(ParseResult parsed, Terminal terminal)
    {
        await using var told = new StringWriter { NewLine = "\n" };
        await parsed.InvokeAsync(new InvocationConfiguration { Output = terminal.Output, Error = told });
        await terminal.Error.WriteAsync(parsed.Errors.Aggregate(
            told.ToString(), (text, error) => text.Replace(error.Message, TextOf(error), StringComparison.Ordinal)));
        return ExitCodes.WrongInput;
    }

    /// <summary>The parser's sentence, or one of our own where that names a type, in whatever language.</summary>
    public static string TextOf(ParseError error)
    {
        var (symbol, valueType) = SymbolOf(error.SymbolResult);
        if (symbol is null || valueType is null)
        {
            return error.Message;
        }

        var type = Nullable.GetUnderlyingType(valueType) ?? valueType;
        if (!error.Message.Contains($"{type}", StringComparison.Ordinal))
        {
            return error.Message;
        }

        var typed = string.Join(' ', error.SymbolResult!.Tokens.Select(t => t.Value));
        return type.IsEnum
            ? $"{symbol.Name}: '{typed}' is none of {string.Join(", ", WordsOf(symbol))}."
            : $"{symbol.Name}: '{typed}' is not {Words.GetValueOrDefault(type, "what it must be")}.";
    }

    private static (Symbol? Symbol, Type? ValueType) SymbolOf(SymbolResult? result) => result switch
    {
        OptionResult option => (option.Option, option.Option.ValueType),
        ArgumentResult { Parent: OptionResult option } => (option.Option, option.Option.ValueType),
        ArgumentResult argument => (argument.Argument, argument.Argument.ValueType),
        _ => (null, null),
    };

    private static IEnumerable<string> WordsOf(Symbol symbol) =>
        symbol.GetCompletions(CompletionContext.Empty).Select(c => c.Label.ToLowerInvariant());
}
