namespace CecSim.Pacts.Tests.Consumer;

/// <summary>An interaction, and what the client has to make of it when it meets it.</summary>
/// <param name="Description">What the pact calls it.</param>
/// <param name="Agree">Its request and its response.</param>
/// <param name="Act">Has the client ask, and looks at what it makes of the answer.</param>
/// <param name="Needs">What the client does before: tokens, a call.</param>
internal sealed record PactInteraction(
    string Description, Action<RequestBuilder> Agree, Func<Caller, Task> Act, params Interaction[] Needs)
    : Interaction(Description, Agree)
{
    public static IReadOnlyList<PactInteraction> All { get; } =
        [.. Tokens.All, .. Calls.All, .. CallEvents.All, .. Chats.All, .. Files.All, .. Agents.All];

    /// <summary>A refusal by HTTP status, with the body of section 1.1.</summary>
    public static void Refuse(RequestBuilder request, int status, string exceptionInfo) => request.WillRespond()
        .WithStatus(status)
        .WithJsonBody(new JsonObject
        {
            ["errorCode"] = Match.Type("0"),
            ["exceptionInfo"] = Match.Type(exceptionInfo),
        });

    /// <summary>An answer with a result code, whose value is its meaning.</summary>
    public static void Answer(RequestBuilder request, string resultCode, JsonObject? rest = null)
    {
        var body = new JsonObject { ["resultCode"] = Match.Equality(resultCode) };
        foreach (var (name, value) in rest ?? [])
        {
            body[name] = value?.DeepClone();
        }

        request.WillRespond().WithStatus(200).WithJsonBody(body);
    }

    /// <summary>An answer with a result code and words to it.</summary>
    public static void Answer(RequestBuilder request, string resultCode, string resultDesc) =>
        Answer(request, resultCode, new JsonObject { ["resultDesc"] = Match.Type(resultDesc) });
}
