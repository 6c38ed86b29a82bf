namespace CecSim.Cli.Control;

/// <summary>Events to let come by hand, as they are typed.</summary>
internal static class Events
{
    private const string Forms =
        "A name (queued, connected, transferred, released, queueTimeout, failed) happens, as does a step in JSON; " +
        "a number is only told.";

    public static readonly Option<string?> Desc = new("--desc")
    {
        Description = "With a number: the resultDesc; the documented one unless given.",
        HelpName = "TEXT",
    };

    public static Argument<string> Argument(ArgumentArity arity)
    {
        var argument = new Argument<string>("EVENT") { Description = Forms, Arity = arity };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['{', ..] step }] && !IsJson(step))
            {
                result.AddError("The event is no JSON. A step looks like {\"released\":{\"causeId\":0}}.");
            }
        });
        return argument;
    }

    /// <param name="desc">Only a number can have one; whatever happens has its own text.</param>
    public static PushedEvent Of(string item, string? desc) =>
        int.TryParse(item, CultureInfo.InvariantCulture, out var id) ? PushedEvent.Raw(id, desc)
        : item.StartsWith('{') ? PushedEvent.Step(item)
        : PushedEvent.Named(item);

    internal static bool IsJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
