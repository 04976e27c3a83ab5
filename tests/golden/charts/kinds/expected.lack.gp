# The chart of lack, written by nachlese-charts. To draw it again: gnuplot lack.gp
reset
set encoding utf8
set terminal svg noenhanced font "DejaVu Sans,14" size 640,294 background rgb "#ffffff"
set output "lack.svg"
unset key
unset border
unset ytics
set lmargin at screen 0.13937
set rmargin at screen 0.73772
set tmargin at screen 0.55102
set bmargin at screen 0.35374
set xrange [0:100]
set yrange [190.00:132.00]
set xtics ("niemand" 0, "die H\303\244lfte" 50, "alle" 100) scale 0 offset 0,0.3 font "DejaVu Sans,13" textcolor rgb "#4d4d4d"
set label 1 "Am meisten fehlt \342\200\236Reisen\342\200\234\056 Wichtig ist das f\303\274r \064\302\240von\302\240\070\054" at screen 0.02500, first 28.00 left font "DejaVu Sans:Bold,18" textcolor rgb "#1a1a1a" front
set label 2 "zufrieden damit \062\302\240von\302\240\061\060\056" at screen 0.02500, first 52.00 left font "DejaVu Sans:Bold,18" textcolor rgb "#1a1a1a" front
set label 3 "Fragen\072 \342\200\236Wie wichtig ist Ihnen das\077\342\200\234 und \342\200\236Wie zufrieden sind Sie damit\077\342\200\234" at screen 0.02500, first 77.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 4 "" at screen 0.03594, first 110.50 point pointtype 7 pointsize 1.05 linecolor rgb "#0b4f8a" front
set label 5 "wichtig" at screen 0.05625, first 110.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 6 "" at screen 0.16813, first 110.50 point pointtype 5 pointsize 1.4 linecolor rgb "#c0560a" front
set label 7 "" at screen 0.16813, first 110.50 point pointtype 5 pointsize 0.9 linecolor rgb "#ffffff" front
set label 8 "zufrieden" at screen 0.18845, first 110.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 9 "wichtig" at screen 0.85697, first 113.50 right font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 10 "zufrieden" at screen 0.97500, first 113.50 right font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 11 "Reisen" at screen 0.10500, first 144.00 right font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 12 "R\303\244ume" at screen 0.10500, first 178.00 right font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 13 "\064\302\240von\302\240\070" at screen 0.85697, first 144.00 right font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 14 "\066\302\240von\302\240\070" at screen 0.85697, first 178.00 right font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 15 "\062\302\240von\302\240\061\060" at screen 0.97500, first 144.00 right font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 16 "\070\302\240von\302\240\061\060" at screen 0.97500, first 178.00 right font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set arrow 1 from screen 0.13937, first 128.00 to screen 0.13937, first 194.00 nohead back linewidth 1 linecolor rgb "#b8bec4"
set arrow 2 from screen 0.43855, first 128.00 to screen 0.43855, first 194.00 nohead back linewidth 1 linecolor rgb "#b8bec4"
set arrow 3 from screen 0.73772, first 128.00 to screen 0.73772, first 194.00 nohead back linewidth 1 linecolor rgb "#b8bec4"
set label 17 "Wichtig hei\303\237t hier \342\200\236ziemlich oder sehr wichtig\342\200\234\056 Zufrieden hei\303\237t hier \342\200\236ziemlich zufrieden\342\200\234" at screen 0.02500, first 230.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 18 "oder \342\200\236sehr zufrieden\342\200\234\056" at screen 0.02500, first 247.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 19 "Quelle\072 Kleine Umfrage \050\061\060\302\240Antworten\051" at screen 0.02500, first 269.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
$bands << EOD
# y
144
178
EOD
$pairs << EOD
# y, first, second (percent)
144 50 20
178 75 80
EOD
plot $bands using (0):1:(100):(0) with vectors nohead linewidth 1 linecolor rgb "#b8bec4", \
     $pairs using 2:1:($3-$2):(0) with vectors nohead linewidth 5 linecolor rgb "#b8bec4", \
     $pairs using 3:1 with points pointtype 5 pointsize 1.4 linecolor rgb "#c0560a", \
     $pairs using 3:1 with points pointtype 5 pointsize 0.9 linecolor rgb "#ffffff", \
     $pairs using 2:1 with points pointtype 7 pointsize 1.05 linecolor rgb "#0b4f8a"
unset output
