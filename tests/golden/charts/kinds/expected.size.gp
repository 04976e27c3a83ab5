# The chart of size, written by nachlese-charts. To draw it again: gnuplot size.gp
reset
set encoding utf8
set terminal svg noenhanced font "DejaVu Sans,14" size 640,385 background rgb "#ffffff"
set output "size.svg"
unset key
unset border
unset ytics
set lmargin at screen 0.05000
set rmargin at screen 0.97500
set tmargin at screen 0.68571
set bmargin at screen 0.16623
set xrange [0:21]
set yrange [321.00:121.00]
unset xtics
set label 1 "Die eine H\303\244lfte nennt h\303\266chstens \064\054\065\054 die andere" at screen 0.02500, first 28.00 left font "DejaVu Sans:Bold,18" textcolor rgb "#1a1a1a" front
set label 2 "mindestens \064\054\065\056" at screen 0.02500, first 52.00 left font "DejaVu Sans:Bold,18" textcolor rgb "#1a1a1a" front
set label 3 "Wie viele sind Sie\077" at screen 0.02500, first 77.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 4 "\065" at screen 0.16012, first 111.50 center font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 5 "\060" at screen 0.38036, first 311.50 center font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 6 "\065" at screen 0.73274, first 220.59 center font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set arrow 1 from screen 0.05000, first 321.00 to screen 0.97500, first 321.00 nohead back linewidth 1 linecolor rgb "#4d4d4d"
set label 7 "\060 bis\302\240\064" at screen 0.16012, first 333.50 center font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 8 "\065 bis\302\240\071" at screen 0.38036, first 333.50 center font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 9 "\061\060 bis\302\240\062\060" at screen 0.73274, first 333.50 center font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 10 "Quelle\072 Kleine Umfrage\056 \061\060\302\240Antworten\056" at screen 0.02500, first 360.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
$classes << EOD
# from, to, count, top (pixels)
0 5 5 121
5 10 0 321
10 21 5 230.0909091
EOD
plot $classes using (($1+$2)/2):4:1:2:(321.00):4 with boxxyerror fillstyle solid 1 border rgb "#ffffff" linewidth 1.5 fillcolor rgb "#7fb2db"
unset output
