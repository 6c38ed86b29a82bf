namespace CecSim.Simulation.Findings;

/// <summary>What is wrong with a request by itself, whoever sends it and whatever came before.</summary>
public static class RequestRules
{
    private const int FieldNamesMax = 5;
    private const string Json = "application/json";

    public static IReadOnlyList<(FindingKind Kind, string? Detail)> Judge(in RequestFacts request)
    {
        List<(FindingKind Kind, string? Detail)>? found = null;
        if (request.LacksBearer)
        {
            (found ??= []).Add((FindingKind.BearerMissing, null));
        }

        if (request.MaskedQuery is { } query)
        {
            (found ??= []).Add((FindingKind.SecretInQuery, query));
        }

        if (request.HasBody && request.Operation is not { TakesForm: true } && !IsJson(request.ContentType))
        {
            (found ??= []).Add((
                FindingKind.ContentTypeMissing,
                request.ContentType is { Length: > 0 } other ? $"it was {other}" : "there was none"));
        }

        if (Undocumented(request) is { Count: > 0 } names)
        {
            (found ??= []).Add((
                FindingKind.UndocumentedField,
                $"{request.Operation!.Word}: {string.Join(", ", names)}"));
        }

        return found ?? (IReadOnlyList<(FindingKind, string?)>)[];
    }

    private static bool IsJson(string? contentType) =>
        contentType is not null && contentType.StartsWith(Json, StringComparison.OrdinalIgnoreCase);

    private static List<string>? Undocumented(RequestFacts request)
    {
        if (request.Operation is not { Body.Count: > 0 } operation)
        {
            return null;
        }

        List<string>? found = null;
        foreach (var name in request.FieldNames)
        {
            if (!operation.BodyFieldNames.Contains(name) && (found ??= []).Count < FieldNamesMax)
            {
                found.Add(name);
            }
        }

        return found;
    }
}

/// <summary>What the rules for single requests look at.</summary>
/// <param name="LacksBearer">Authorization is there, without its scheme.</param>
/// <param name="MaskedQuery">The query with its secrets masked; null when it holds none.</param>
/// <param name="FieldNames">Of the body's object.</param>
public readonly record struct RequestFacts(
    VendorOperation? Operation,
    bool LacksBearer,
    string? MaskedQuery,
    bool HasBody,
    string? ContentType,
    IEnumerable<string> FieldNames);
