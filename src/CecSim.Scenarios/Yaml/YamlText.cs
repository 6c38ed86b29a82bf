using YamlDotNet.Core;

namespace CecSim.Scenarios.Yaml;

/// <summary>From text to tree; what is not YAML becomes a complaint at the place that YamlDotNet names.</summary>
internal static class YamlText
{
    public static readonly string TooLarge = $"larger than {YamlLimits.FileBytesMax} bytes";

    public static Node? Read(string yaml, ParseContext context)
    {
        if (!PassesFirstLook(yaml, context))
        {
            return null;
        }

        // A byte order mark that came along as a character, from standard input or inside of JSON (YAML 1.2.2, 5.2).
        var text = yaml.StartsWith('\uFEFF') ? yaml[1..] : yaml;
        var lines = TabbedLines.BlankAtTheirBegin(text);
        var parser = new Parser(new StringReader(lines));
        try
        {
            return new NodeReader(parser, context).Read();
        }
        catch (YamlException refused)
        {
            Explain(refused, lines, LastGood(parser), context);
        }
        catch (Exception escaped) when (escaped is ArgumentException or InvalidOperationException)
        {
            // The scanner's own slips: a low surrogate alone gives the first, a line in {} that is not indented the
            // second.
            var lastGood = LastGood(parser);
            if (!Surrogates.ComplainOfEscaped(lines, lastGood, context))
            {
                context.Report(
                    lastGood,
                    "not YAML from here on: a line in brackets may lack its indentation, or an escape be unknown");
            }
        }

        return null;
    }

    private static SourceLocation LastGood(Parser parser) =>
        parser.Current is { } current ? SourceLocation.Of(current.End) : new SourceLocation(1, 1);

    private static void Explain(YamlException refused, string yaml, SourceLocation lastGood, ParseContext context)
    {
        var isOfSurrogates = refused.Message.Contains("surrogate", StringComparison.OrdinalIgnoreCase);
        if (isOfSurrogates && Surrogates.ComplainOfEscaped(yaml, SourceLocation.Of(refused.Start), context))
        {
            return;
        }

        // It says where what it was reading began, which may be far above the tab.
        if (refused.Message.Contains("tab", StringComparison.Ordinal)
            && TabbedLines.FirstFrom(yaml, lastGood.Line) is { } line)
        {
            context.Report(new SourceLocation(line, 1), "a tab cannot indent; use spaces");
            return;
        }

        context.Report(SourceLocation.Of(refused.Start), refused.Message);
    }

    private static bool PassesFirstLook(string yaml, ParseContext context)
    {
        if (Encoding.UTF8.GetByteCount(yaml) > YamlLimits.FileBytesMax)
        {
            context.Report(default, TooLarge);
            return false;
        }

        var passes = true;
        var line = 0;
        foreach (var text in yaml.AsSpan().EnumerateLines())
        {
            line++;

            // YamlDotNet takes it for the end of the file and would silently drop the rest.
            if (text.IndexOf('\0') is >= 0 and var at)
            {
                passes = false;
                context.Report(
                    new SourceLocation(line, at + 1), "a character with code 0 has no place in a text file");
            }

            if (Surrogates.IndexOfLone(text) is { } lone)
            {
                passes = false;
                context.Report(new SourceLocation(line, lone + 1), Surrogates.WhatIsWrong(text[lone]));
            }
        }

        return passes;
    }
}
