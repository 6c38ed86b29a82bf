using Section = CecSim.Telephony.Tests.WebRtc.Answering.SdpSections.Section;

namespace CecSim.Telephony.Tests.WebRtc.Answering;

/// <summary>What an answer owes to its offer, whatever the offer is. Each rule names its clause.</summary>
internal static class AnswerRules
{
    private static readonly string[] Directions = ["sendrecv", "sendonly", "recvonly", "inactive"];

    /// <summary>The rules that the answer breaks, in words; empty for a good one.</summary>
    /// <param name="isFirst">There is no association yet whose part has to stay.</param>
    public static IReadOnlyList<string> BrokenBy(string offerText, string answerText, bool isFirst = true)
    {
        var (offer, answer) = (SdpSections.Of(offerText), SdpSections.Of(answerText));
        var broken = new List<string>();
        void Demand(bool isKept, string rule)
        {
            if (!isKept)
            {
                broken.Add(rule);
            }
        }

        // RFC 8866 section 5: the letters of the session in their order.
        var letters = string.Concat(answer.Session.Lines.Select(l => l[0]).Where(c => c != 'a'));
        Demand(letters == "vost", "order of the session");
        Demand(answerText.EndsWith("\r\n", StringComparison.Ordinal), "the last line has no end");

        // RFC 3264 section 6: line for line.
        Demand(offer.Media.Count == answer.Media.Count, "another number of m-lines");
        foreach (var (index, (theirs, ours)) in offer.Media.Zip(answer.Media).Index())
        {
            foreach (var rule in BrokenBy(offer, answer, theirs, ours, isFirst))
            {
                broken.Add($"m-line {index}: {rule}");
            }
        }

        broken.AddRange(BrokenByGroups(offer, answer));
        return broken;
    }

    public static void AssertKept(string offer, string answer, bool isFirst = true)
    {
        var broken = BrokenBy(offer, answer, isFirst);
        Assert.True(broken.Count == 0, $"{string.Join("; ", broken)}\n{offer}\n{answer}");
    }

    private static IEnumerable<string> BrokenBy(
        SdpSections offer, SdpSections answer, Section theirs, Section ours, bool isFirst)
    {
        var rules = new List<(bool IsKept, string Rule)>
        {
            // RFC 3264 section 6 and RFC 8829 section 5.1.2.
            (theirs.Kind == ours.Kind, "another medium"),
            (theirs.Protocol == ours.Protocol, "another protocol"),
            (ours.Formats.Length > 0 && ours.Formats.All(theirs.Formats.Contains), "a format that was not offered"),
            (theirs.Port != "0" || theirs.Has("bundle-only") || ours.Port == "0", "a refused line is taken"),

            // RFC 5888 section 9.1.
            (theirs.Mid == ours.Mid, "another mid"),
        };
        return Broken(ours.Port == "0" ? rules : [.. rules, .. OfTaken(offer, answer, theirs, ours, isFirst)]);
    }

    private static IEnumerable<(bool IsKept, string Rule)> OfTaken(
        SdpSections offer, SdpSections answer, Section theirs, Section ours, bool isFirst)
    {
        // RFC 3264 section 6.1.
        var (offered, answered) = (DirectionOf(offer, theirs), DirectionOf(answer, ours));
        yield return (ours.Lines.Count(l => Directions.Contains(l[2..])) == 1, "not one direction");
        yield return (
            offered switch
            {
                "sendrecv" => true,
                "sendonly" => answered is "recvonly" or "inactive",
                "recvonly" => answered is "sendonly" or "inactive",
                _ => answered == "inactive",
            },
            $"{offered} answered by {answered}");
        foreach (var map in ours.All("rtpmap"))
        {
            var same = theirs.All("rtpmap").FirstOrDefault(m => m.Split(' ')[0] == map.Split(' ')[0]);
            yield return (same is null || same.Equals(map, StringComparison.OrdinalIgnoreCase), $"{same} became {map}");
        }

        // RFC 4585 section 4.2 and RFC 8285 section 5: nothing that was not offered.
        foreach (var feedback in ours.All("rtcp-fb"))
        {
            var rest = feedback[(feedback.IndexOf(' ', StringComparison.Ordinal) + 1)..];
            yield return (theirs.All("rtcp-fb").Any(f => f == feedback || f == $"* {rest}"), $"{feedback} not offered");
        }

        foreach (var map in ours.All("extmap"))
        {
            yield return (theirs.All("extmap").Any(m => IdAndUri(m) == IdAndUri(map)), $"extmap {map} not offered");
        }

        // RFC 5763 section 5 and RFC 4568: what the keys are agreed on by.
        var isDtls = offer.Session.Has("fingerprint") || theirs.Has("fingerprint");
        if (!offer.Media.Append(offer.Session).Any(s => s.Has("ice-ufrag")))
        {
            foreach (var rule in OfPhones(theirs, ours, isDtls).Concat(OfRoles(offer, theirs, ours, isDtls, isFirst)))
            {
                yield return rule;
            }

            yield break;
        }

        // RFC 9143 section 9.3.1: of a bundle its tagged line may say it for all.
        var isTagged = answer.Bundles.Any(b => b[0] == ours.Mid);
        yield return (!ours.Has("rtcp-mux") || theirs.Has("rtcp-mux") || isTagged, "rtcp-mux not offered");
        yield return (ours.Has("rtcp-mux") || answer.Bundles.Count > 0, "no rtcp-mux");

        foreach (var rule in OfRoles(offer, theirs, ours, isDtls: true, isFirst))
        {
            yield return rule;
        }

        foreach (var needed in new[] { "ice-ufrag", "ice-pwd", "fingerprint", "candidate" })
        {
            yield return (ours.Has(needed), $"no {needed}");
        }
    }

    // RFC 8842 section 5.3, and RFC 4145 section 4 for an offer that says nothing.
    private static IEnumerable<(bool IsKept, string Rule)> OfRoles(
        SdpSections offer, Section theirs, Section ours, bool isDtls, bool isFirst)
    {
        if (!isDtls)
        {
            yield break;
        }

        var setups = offer.Media.Where(m => InOneGroup(offer, m, theirs)).Append(offer.Session)
            .SelectMany(s => s.All("setup")).Select(s => s.ToLowerInvariant()).ToHashSet();
        var role = setups.Contains("passive") ? "active" : "passive";
        yield return (
            ours.All("setup").SequenceEqual([role])
                || (!isFirst && setups.Contains("actpass") && ours.All("setup").SequenceEqual(["active"])),
            $"{string.Join(',', setups)} answered by {ours.First("setup")}");
    }

    // A phone without ICE has no use for what it did not ask for, and some stumble over it.
    private static IEnumerable<(bool IsKept, string Rule)> OfPhones(Section theirs, Section ours, bool isDtls)
    {
        yield return (ours.Has("rtcp-mux") == theirs.Has("rtcp-mux"), "rtcp-mux not as offered");
        foreach (var foreign in new[] { "ice-ufrag", "ice-pwd", "candidate", "ssrc", "msid" })
        {
            yield return (!ours.Has(foreign), $"{foreign} not offered");
        }

        yield return (ours.Has("fingerprint") == isDtls && ours.Has("setup") == isDtls, "not the offer's way to keys");

        // RFC 4568 section 5.1.2.
        yield return (
            ours.All("crypto").Count()
                == (theirs.Protocol.Contains("SAVP", StringComparison.Ordinal) && !isDtls ? 1 : 0),
            "not one a=crypto for a secured line, or one for another");
        yield return (
            ours.All("crypto").All(c => theirs.All("crypto").Any(t => TagAndSuite(t) == TagAndSuite(c))),
            "a=crypto not offered");
    }

    private static string TagAndSuite(string crypto) => string.Join(' ', crypto.Split(' ').Take(2));

    // RFC 9143 section 7.3.
    private static IEnumerable<string> BrokenByGroups(SdpSections offer, SdpSections answer)
    {
        var taken = answer.Media.Where(m => m.Port != "0").ToList();
        if (!offer.Media.Append(offer.Session).Any(s => s.Has("ice-ufrag")))
        {
            return Broken([(answer.Bundles.Count == 0, "a group with phones")]);
        }

        if (answer.Bundles.Count == 0)
        {
            return Broken([(taken.Count <= 1, "two lines and no group"),
                (offer.Bundles.All(b => !taken.Any(t => b.Contains(t.Mid))), "the group is not answered")]);
        }

        var group = answer.Bundles[0];
        var offered = offer.Bundles.FirstOrDefault(b => group.All(b.Contains));
        return Broken([
            (answer.Bundles.Count == 1, "two groups"),
            (offered is not null, "a group that was not offered"),
            (taken.All(t => group.Contains(t.Mid)), "a line of another transport"),
            (group.All(mid => taken.Exists(t => t.Mid == mid)), "a refused line in the group"),
            (group.SequenceEqual(offered?.Where(group.Contains) ?? []), "another tagged line"),
        ]);
    }

    private static IEnumerable<string> Broken(IEnumerable<(bool IsKept, string Rule)> rules) =>
        rules.Where(r => !r.IsKept).Select(r => r.Rule);

    private static bool InOneGroup(SdpSections offer, Section one, Section other) =>
        ReferenceEquals(one, other) || offer.Bundles.Any(b => b.Contains(one.Mid) && b.Contains(other.Mid));

    private static string DirectionOf(SdpSections description, Section section) =>
        Directions.FirstOrDefault(section.Has) ?? Directions.FirstOrDefault(description.Session.Has) ?? "sendrecv";

    private static string IdAndUri(string extmap)
    {
        var words = extmap.Split(' ');
        return $"{words[0].Split('/')[0]} {words[1]}";
    }
}
