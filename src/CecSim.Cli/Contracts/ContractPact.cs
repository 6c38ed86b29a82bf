namespace CecSim.Cli.Contracts;

/// <summary>
/// The steps of a contract as a Pact V4 file. Pact cannot tell what comes before what: each step is an interaction of
/// its own, with the provider states that bring it about.
/// </summary>
internal static class ContractPact
{
    /// <returns>The file's text, or why a step cannot be said in it.</returns>
    public static (string? Pact, string? Complaint) Of(SequenceContract contract)
    {
        var interactions = new List<JsonNode>();
        foreach (var step in contract.Steps.DistinctBy(DescriptionOf))
        {
            var operation = VendorOperations.Of(step.Request);
            if (operation.Given is null)
            {
                return (null, $"'{operation.Word}' cannot be said in a pact yet.");
            }

            if (StatesOf(step) is not { } states)
            {
                return (null, $"No provider state is known that brings {DescriptionOf(step)}: name it with 'given'.");
            }

            interactions.Add(new JsonObject
            {
                ["type"] = "Synchronous/HTTP",
                ["description"] = DescriptionOf(step),
                ["pending"] = false,
                ["providerStates"] = states,
                ["request"] = PactRequest.Of(operation),
                ["response"] = ResponseOf(step),
            });
        }

        var pact = new JsonObject
        {
            ["consumer"] = new JsonObject { ["name"] = contract.Name },
            ["provider"] = new JsonObject { ["name"] = "cec" },
            ["interactions"] = new JsonArray([.. interactions]),
            ["metadata"] = new JsonObject { ["pactSpecification"] = new JsonObject { ["version"] = "4.0" } },
        };
        return (pact.ToJsonString(LadderJson.Readable) + "\n", null);
    }

    private static string DescriptionOf(ContractStep step) =>
        $"{step.Request.Word()}{(step.Event is { } item ? $" that brings {item.Word}" : "")}" +
        $"{(step.Status == 200 ? "" : $" answered {step.Status}")}" +
        $"{(step.ResultCode is null ? "" : $" refused with {step.ResultCode}")}";

    // Codes and events mean what they are: all of it is to the letter.
    private static JsonObject ResponseOf(ContractStep step)
    {
        var content = new JsonObject();
        if (step.Status == 200 && VendorOperations.Of(step.Request).SuccessCode is { } success)
        {
            content["resultCode"] = step.ResultCode ?? success;
        }

        if (step.Event?.EventId is { } eventId)
        {
            content["eventId"] = eventId;
        }

        return new JsonObject
        {
            ["status"] = step.Status,
            ["body"] = new JsonObject
            {
                ["content"] = content,
                ["contentType"] = "application/json",
                ["encoded"] = false,
            },
        };
    }

    private static JsonArray? StatesOf(ContractStep step)
    {
        if (step.Given is { } given)
        {
            return StatesOf(given);
        }

        return (step.Status, step.ResultCode) switch
        {
            (403, _) => new(State("the access token has expired")),
            (401, _) => new(State("the messaging token has expired")),
            (200, null) => step.Event switch
            {
                { EventId: null } => new(State("no event is waiting")),
                { } item => new(State("an event is waiting", new JsonObject { ["event"] = item.Word })),
                null => VendorOperations.Of(step.Request).Given is { } states ? StatesOf(states) : null,
            },
            _ => null,
        };
    }

    private static JsonArray StatesOf(IEnumerable<string> names) => new([.. names.Select(n => State(n))]);

    private static JsonObject State(string name, JsonObject? parameters = null)
    {
        var state = new JsonObject { ["name"] = name };
        if (parameters is not null)
        {
            state["params"] = parameters;
        }

        return state;
    }
}
